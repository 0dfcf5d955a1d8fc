package dev.instancepatch.agent.serial;

import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The hooks in the class that reads:
 *
 * <pre>
 * ObjectInputStream
 *   readObject0(…)            return Door.objectRead(obj, this);        at each return
 *                             throw Door.readFailed(e, this);           at each throw
 *   readObject(type)          return Door.handedOut(obj, this);         at each return
 *   readUnshared()            the same
 *   resolveClass(desc)        type = Door.own(desc);                    first
 *                             if (type != null) return type;
 *   readNonProxyDesc(…)       Door.resolving(this, desc);               before resolveClass(desc)
 *                             type = Door.choose(this, desc, type);     before filterCheck(type, …), the first
 *                             failure = Door.stillMissing(failure, type);
 *                             Door.resolved(this, desc, type);          behind it
 * </pre>
 */
final class InputHooks extends StreamHooks {
    private static final String IN = "Ljava/io/ObjectInputStream;";

    private static final String READ_ANY = "readObject0(Ljava/lang/Class;Z)Ljava/lang/Object;";
    private static final String READ = "readObject(Ljava/lang/Class;)Ljava/lang/Object;";
    private static final String READ_UNSHARED = "readUnshared()Ljava/lang/Object;";
    private static final String RESOLVE = "resolveClass(Ljava/io/ObjectStreamClass;)Ljava/lang/Class;";
    private static final String READ_DESCRIPTOR = "readNonProxyDesc(Z)Ljava/io/ObjectStreamClass;";

    /** One place: as many returns and throws as the method has. */
    private static final int ALL = 1;

    InputHooks(ClassVisitor next) {
        super(next, Map.of(READ_ANY, ALL, READ, ALL, READ_UNSHARED, ALL, RESOLVE, 1, READ_DESCRIPTOR, 3));
    }

    @Override
    MethodVisitor hook(String method, MethodVisitor next) {
        return switch (method) {
            case READ_ANY -> new TellEnd(next, method, "objectRead", true);
            case READ, READ_UNSHARED -> new TellEnd(next, method, "handedOut", false);
            case RESOLVE -> new ResolveOwn(next, method);
            case READ_DESCRIPTOR -> new TellResolution(next, method);
            default -> next;
        };
    }

    private final class TellEnd extends Hook {
        private final String returned;
        private final boolean failures;
        private boolean any;

        TellEnd(MethodVisitor next, String method, String returned, boolean failures) {
            super(next, method);
            this.returned = returned;
            this.failures = failures;
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                load(0);
                door(returned, "(Ljava/lang/Object;" + IN + ")Ljava/lang/Object;");
                any = true;
            } else if (opcode == Opcodes.ATHROW && failures) {
                load(0);
                door("readFailed", "(Ljava/lang/Throwable;" + IN + ")Ljava/lang/Throwable;");
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitEnd() {
            if (any) {
                found();
            }
            super.visitEnd();
        }
    }

    private final class ResolveOwn extends Hook {
        ResolveOwn(MethodVisitor next, String method) {
            super(next, method);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            Label others = new Label();
            load(1);
            door("own", "(Ljava/lang/Object;)Ljava/lang/Class;");
            super.visitInsn(Opcodes.DUP);
            super.visitJumpInsn(Opcodes.IFNULL, others);
            super.visitInsn(Opcodes.ARETURN);
            super.visitLabel(others);
            super.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Class"});
            super.visitInsn(Opcodes.POP);
            found();
        }
    }

    /** Finds the descriptor and the class in the variables that they are stored in. */
    private final class TellResolution extends Hook {
        private static final int UNKNOWN = -1;

        private String lastCalled = "";
        private int descriptor = UNKNOWN;
        private int type = UNKNOWN;
        private int failure = UNKNOWN;
        private boolean thisIsNext; // the last instruction loaded the stream
        private boolean chosen;
        private boolean resolved;

        TellResolution(MethodVisitor next, String method) {
            super(next, method);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String methodDescriptor, boolean itf) {
            if (name.equals("resolveClass")) {
                super.visitInsn(Opcodes.DUP2); // this, the descriptor
                door("resolving", "(" + IN + "Ljava/lang/Object;)V");
                found();
            }
            super.visitMethodInsn(opcode, owner, name, methodDescriptor, itf);
            if (name.equals("filterCheck") && !resolved && descriptor != UNKNOWN && type != UNKNOWN) {
                load(0, descriptor, type);
                door("resolved", "(" + IN + "Ljava/lang/Object;Ljava/lang/Class;)V");
                found();
                resolved = true;
            }
            lastCalled = name.equals("<init>") ? owner : name;
            thisIsNext = false;
        }

        /** {@code filterCheck(type, -1)}: the stream has been loaded, the class comes now. */
        private void choose() {
            load(0, descriptor, type);
            door("choose", "(" + IN + "Ljava/lang/Object;Ljava/lang/Class;)Ljava/lang/Class;");
            super.visitVarInsn(Opcodes.ASTORE, type);
            load(failure, type);
            door(
                    "stillMissing",
                    "(Ljava/lang/ClassNotFoundException;Ljava/lang/Class;)Ljava/lang/ClassNotFoundException;");
            super.visitVarInsn(Opcodes.ASTORE, failure);
            found();
            chosen = true;
        }

        @Override
        public void visitVarInsn(int opcode, int local) {
            if (opcode == Opcodes.ASTORE && lastCalled.equals("readClassDescriptor") && descriptor == UNKNOWN) {
                descriptor = local;
            } else if (opcode == Opcodes.ASTORE && lastCalled.equals("resolveClass") && type == UNKNOWN) {
                type = local;
            } else if (opcode == Opcodes.ASTORE && lastCalled.endsWith("ClassNotFoundException")) {
                failure = failure == UNKNOWN ? local : failure;
            } else if (opcode == Opcodes.ALOAD && local == type && thisIsNext && failure != UNKNOWN && !chosen) {
                choose();
            }
            thisIsNext = opcode == Opcodes.ALOAD && local == 0;
            super.visitVarInsn(opcode, local);
        }
    }
}
