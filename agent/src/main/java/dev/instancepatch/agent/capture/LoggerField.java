package dev.instancepatch.agent.capture;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A {@code static final} logger of the class that wrote a lambda: no static travels, but a logger is what its name says, and the
 * receiver has one of that name. Read off the class initializer, so that both sides find the same code.
 *
 * <pre>
 * static final Logger LOG = Logger.getLogger(Main.class.getName());
 *
 * getstatic Main.LOG        becomes        ldc "com.acme.Main"; invokestatic Logger.getLogger
 * </pre>
 */
final class LoggerField {
    /** Who makes loggers by name, by the logger's descriptor. */
    private static final Map<String, String> FACTORIES = Map.of(
            "Ljava/lang/System$Logger;", "java/lang/System",
            "Ljava/util/logging/Logger;", "java/util/logging/Logger",
            "Lorg/slf4j/Logger;", "org/slf4j/LoggerFactory");

    private LoggerField() {}

    /** Returns what to do instead of reading a static field, or null if it holds no logger, or one that was made otherwise. */
    static @Nullable InsnList byName(ClassNode host, FieldInsnNode read) {
        String factory = FACTORIES.get(read.desc);
        if (factory == null || read.getOpcode() != Opcodes.GETSTATIC || !isFinal(host, read)) {
            return null;
        }
        String name = name(FieldWrites.before(FieldWrites.only(host, read)), factory);
        if (name == null) {
            return null;
        }
        InsnList found = new InsnList();
        found.add(new LdcInsnNode(name));
        found.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC, factory, "getLogger", "(Ljava/lang/String;)" + read.desc, false));
        return found;
    }

    private static boolean isFinal(ClassNode host, FieldInsnNode read) {
        for (FieldNode field : host.fields) {
            if (field.name.equals(read.name) && field.desc.equals(read.desc)) {
                return (field.access & Opcodes.ACC_FINAL) != 0;
            }
        }
        return false;
    }

    /** Returns the name that a call of the factory is given, or null if it is another call, or computes the name. */
    private static @Nullable String name(@Nullable AbstractInsnNode made, String factory) {
        boolean isMade = made instanceof MethodInsnNode call
                && call.owner.equals(factory)
                && call.name.equals("getLogger")
                && Type.getArgumentTypes(call.desc).length == 1;
        AbstractInsnNode argument = isMade ? FieldWrites.before(made) : null;
        if (argument instanceof MethodInsnNode getName
                && getName.owner.equals("java/lang/Class")
                && getName.name.equals("getName")) {
            argument = FieldWrites.before(argument);
        }
        if (!(argument instanceof LdcInsnNode constant)) {
            return null;
        }
        return constant.cst instanceof Type type ? type.getClassName() : constant.cst instanceof String s ? s : null;
    }
}
