package dev.instancepatch.agent.serial;

import dev.instancepatch.agent.door.Door;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The hooks themselves, five in all; each calls the {@link Door} and adds no frame but the one shown:
 *
 * <pre>
 * ObjectOutputStream
 *   writeOrdinaryObject(obj, desc, …)   desc = Door.descriptor(this, obj, desc);   first; the descriptor that has room
 *   writeEnum(en, desc, …)              the same, which refuses a patched constant
 *   writeObject0(obj, …)                Door.replaced(orig, rep);                   before subs.assign(orig, rep)
 *   defaultWriteFields(obj, desc)       Object p = Door.payload(this, obj, desc);   first
 *                                       if (p != null) { writeObject0(p, false); return; }
 * ObjectInputStream
 *   readOrdinaryObject(…)               Door.objectBegins(this);                    first
 *                                       return Door.objectRead(obj, this);          at each return
 *   FieldValues.&lt;init&gt;                  Door.fieldsRead(stream, this);              at each return
 * </pre>
 */
final class StreamHooks extends ClassVisitor {
    private static final String WRITE = "(Ljava/lang/Object;Ljava/io/ObjectStreamClass;Z)V";
    private static final String WRITE_ENUM = "(Ljava/lang/Enum;Ljava/io/ObjectStreamClass;Z)V";
    private static final String WRITE_ANY = "(Ljava/lang/Object;Z)V";
    private static final String WRITE_FIELDS = "(Ljava/lang/Object;Ljava/io/ObjectStreamClass;)V";
    private static final String READ = "(Z)Ljava/lang/Object;";
    private static final String READ_FIELDS = "(Ljava/io/ObjectInputStream;Ljava/io/ObjectStreamClass;Z)V";

    private static final Map<String, Set<String>> EXPECTED = Map.of(
            StreamTransformer.OUTPUT,
            Set.of(
                    "writeOrdinaryObject" + WRITE,
                    "writeEnum" + WRITE_ENUM,
                    "writeObject0" + WRITE_ANY,
                    "defaultWriteFields" + WRITE_FIELDS),
            StreamTransformer.INPUT,
            Set.of("readOrdinaryObject" + READ),
            StreamTransformer.FIELDS,
            Set.of("<init>" + READ_FIELDS));

    private final Set<String> expected;
    private final Set<String> hooked = new HashSet<>();

    StreamHooks(ClassVisitor next, String type) {
        super(Opcodes.ASM9, next);
        this.expected = EXPECTED.getOrDefault(type, Set.of());
    }

    /** Refuses a class in which a hook found no place: half of them would corrupt streams. */
    void requireComplete() {
        if (!hooked.equals(expected)) {
            throw new IllegalStateException("this JDK's object streams differ: expected " + expected + ", found "
                    + hooked + ". Patches do not travel in plain streams here");
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        String key = name + descriptor;
        if (!expected.contains(key)) {
            return next;
        }
        return switch (name) {
            case "writeOrdinaryObject", "writeEnum" -> new SwapDescriptor(next, key);
            case "writeObject0" -> new TellReplacement(next, key);
            case "defaultWriteFields" -> new WritePayload(next, key);
            case "readOrdinaryObject" -> new TellObject(next, key);
            default -> new TellFields(next, key);
        };
    }

    /** A hook notes itself only where it really was put in. */
    private abstract class Hook extends MethodVisitor {
        private final String key;

        Hook(MethodVisitor next, String key) {
            super(Opcodes.ASM9, next);
            this.key = key;
        }

        final void door(String name, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, Door.INTERNAL_NAME, name, descriptor, false);
            hooked.add(key);
        }

        final void load(int... locals) {
            for (int local : locals) {
                super.visitVarInsn(Opcodes.ALOAD, local);
            }
        }
    }

    private final class SwapDescriptor extends Hook {
        SwapDescriptor(MethodVisitor next, String key) {
            super(next, key);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            load(0, 1, 2);
            door("descriptor", "(Ljava/io/ObjectOutputStream;Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
            super.visitTypeInsn(Opcodes.CHECKCAST, "java/io/ObjectStreamClass");
            super.visitVarInsn(Opcodes.ASTORE, 2);
        }
    }

    private final class TellReplacement extends Hook {
        TellReplacement(MethodVisitor next, String key) {
            super(next, key);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (name.equals("assign") && owner.endsWith("$ReplaceTable")) {
                super.visitInsn(Opcodes.DUP2); // orig, rep
                door("replaced", "(Ljava/lang/Object;Ljava/lang/Object;)V");
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }

    private final class WritePayload extends Hook {
        WritePayload(MethodVisitor next, String key) {
            super(next, key);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            Label fields = new Label();
            load(0, 1, 2);
            door("payload", "(Ljava/io/ObjectOutputStream;Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
            super.visitInsn(Opcodes.DUP);
            super.visitJumpInsn(Opcodes.IFNULL, fields);
            load(0);
            super.visitInsn(Opcodes.SWAP);
            super.visitInsn(Opcodes.ICONST_0);
            super.visitMethodInsn(Opcodes.INVOKESPECIAL, StreamTransformer.OUTPUT, "writeObject0", WRITE_ANY, false);
            super.visitInsn(Opcodes.RETURN);
            super.visitLabel(fields);
            super.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Object"});
            super.visitInsn(Opcodes.POP);
        }
    }

    private final class TellObject extends Hook {
        TellObject(MethodVisitor next, String key) {
            super(next, key);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            load(0);
            door("objectBegins", "(Ljava/io/ObjectInputStream;)V");
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                load(0);
                door("objectRead", "(Ljava/lang/Object;Ljava/io/ObjectInputStream;)Ljava/lang/Object;");
            }
            super.visitInsn(opcode);
        }
    }

    private final class TellFields extends Hook {
        TellFields(MethodVisitor next, String key) {
            super(next, key);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.RETURN) {
                load(1, 0);
                door("fieldsRead", "(Ljava/io/ObjectInputStream;Ljava/lang/Object;)V");
            }
            super.visitInsn(opcode);
        }
    }
}
