package dev.instancepatch.agent.serial;

import java.util.Map;
import org.objectweb.asm.ClassVisitor;
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
 *   readClassDescriptor()     Door.described(desc, this);               before the return
 *   readNonProxyDesc(…)       Door.resolving(this, desc);               before resolveClass(desc)
 *                             Door.resolved(this, desc, type);          behind filterCheck(type, …), the first
 * </pre>
 */
final class InputHooks extends StreamHooks {
    private static final String IN = "Ljava/io/ObjectInputStream;";

    private static final String READ_ANY = "readObject0(Ljava/lang/Class;Z)Ljava/lang/Object;";
    private static final String READ = "readObject(Ljava/lang/Class;)Ljava/lang/Object;";
    private static final String READ_UNSHARED = "readUnshared()Ljava/lang/Object;";
    private static final String DESCRIBE = "readClassDescriptor()Ljava/io/ObjectStreamClass;";
    private static final String READ_DESCRIPTOR = "readNonProxyDesc(Z)Ljava/io/ObjectStreamClass;";

    /** One place: as many returns and throws as the method has. */
    private static final int ALL = 1;

    InputHooks(ClassVisitor next) {
        super(next, Map.of(READ_ANY, ALL, READ, ALL, READ_UNSHARED, ALL, DESCRIBE, 1, READ_DESCRIPTOR, 2));
    }

    @Override
    MethodVisitor hook(String method, MethodVisitor next) {
        return switch (method) {
            case READ_ANY -> new TellEnd(next, method, "objectRead", true);
            case READ, READ_UNSHARED -> new TellEnd(next, method, "handedOut", false);
            case DESCRIBE -> new TellDescriptor(next, method);
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

    private final class TellDescriptor extends Hook {
        TellDescriptor(MethodVisitor next, String method) {
            super(next, method);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                super.visitInsn(Opcodes.DUP);
                load(0);
                door("described", "(Ljava/lang/Object;" + IN + ")V");
                found();
            }
            super.visitInsn(opcode);
        }
    }

    /** Finds the descriptor and the class in the variables that they are stored in. */
    private final class TellResolution extends Hook {
        private static final int UNKNOWN = -1;

        private String lastCalled = "";
        private int descriptor = UNKNOWN;
        private int type = UNKNOWN;
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
            lastCalled = name;
        }

        @Override
        public void visitVarInsn(int opcode, int local) {
            if (opcode == Opcodes.ASTORE && lastCalled.equals("readClassDescriptor") && descriptor == UNKNOWN) {
                descriptor = local;
            } else if (opcode == Opcodes.ASTORE && lastCalled.equals("resolveClass") && type == UNKNOWN) {
                type = local;
            }
            super.visitVarInsn(opcode, local);
        }
    }
}
