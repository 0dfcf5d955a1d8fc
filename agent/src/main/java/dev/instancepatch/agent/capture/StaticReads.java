package dev.instancepatch.agent.capture;

import dev.instancepatch.code.ClassImage;
import dev.instancepatch.restore.Bridges;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What code that travels does instead of reading a static field, since no static travels: loggers are found by name, lambdas are
 * made anew, and all else that is final is taken as it was.
 */
final class StaticReads {
    static final String ASSERTIONS = "$assertionsDisabled";

    private StaticReads() {}

    static InsnList of(Part part, FieldInsnNode field, StaticField found) {
        if (field.getOpcode() == Opcodes.PUTSTATIC || !found.isFinal()) {
            throw part.refuseField(found.declaring().name, field.name);
        }
        InsnList logger = LoggerField.byName(found.declaring(), field);
        if (logger != null) {
            return logger;
        }
        InsnList lambda = LambdaField.anew(found.declaring(), field);
        return lambda != null ? lambda : asItWas(part, field, found);
    }

    private static InsnList asItWas(Part part, FieldInsnNode field, StaticField found) {
        InsnList value = new InsnList();
        value.add(new InvokeDynamicInsnNode(
                field.name,
                part.visibility().visible("()" + field.desc),
                Bridging.LINK,
                Bridges.STATIC_VALUE,
                String.valueOf(part.program().statics().number(found)),
                found.declaring().name));
        part.program().calls().reads(found);
        return value;
    }

    /** Returns the classes whose static fields a class that was sent takes the values of. */
    static Set<String> owners(ClassImage image) {
        Set<String> owners = new HashSet<>();
        ClassNode node = new ClassNode();
        new ClassReader(image.bytes()).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode site
                        && site.bsm.equals(Bridging.LINK)
                        && site.bsmArgs[0].equals(Bridges.STATIC_VALUE)) {
                    owners.add((String) site.bsmArgs[2]);
                }
            }
        }
        return owners;
    }

    /** {@code $assertionsDisabled} becomes {@code !Host.class.desiredAssertionStatus()}: the receiver's setting, no static. */
    static InsnList assertions(Part part) {
        InsnList status = new InsnList();
        status.add(new LdcInsnNode(Type.getObjectType(part.name())));
        status.add(
                new MethodInsnNode(Opcodes.INVOKEVIRTUAL, "java/lang/Class", "desiredAssertionStatus", "()Z", false));
        status.add(new InsnNode(Opcodes.ICONST_1));
        status.add(new InsnNode(Opcodes.IXOR));
        return status;
    }
}
