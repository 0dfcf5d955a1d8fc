package dev.instancepatch.agent.serial;

import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The hooks in the class that writes:
 *
 * <pre>
 * ObjectOutputStream
 *   writeOrdinaryObject(obj, desc, …)   desc = Door.descriptor(this, obj, desc);        first; the descriptor that has room
 *                                       Door.written(obj, this);                        before the return
 *   writeEnum(en, desc, …)              the same
 *   writeArray(array, …)                Door.array(array, this);                        first
 *   defaultWriteFields(obj, desc)       if (Door.phantom(this, obj, desc)) return;      first
 *   writeRecordData(obj, desc)          desc = Door.recordFields(this, obj, desc);      first
 *   writeExternalData(obj)              Door.trailer(obj, this);                        behind each writeExternal
 *   writeNonProxyDesc(desc, …)          Door.annotation(desc, this);                    behind annotateClass
 *   writeProxyDesc(desc, …)             the same                                        behind annotateProxyClass
 *   writeObject0(obj, …)                Door.standsIn(rep, obj, unshared, this);        behind rep = subs.lookup(obj)
 *                                       Door.replacing(obj, this);                      before writeReplace and replaceObject
 *                                       obj = Door.instead(rep, obj, this);             behind writeReplace
 *                                       Door.replaced(orig, rep, unshared, this);       before subs.assign(orig, rep)
 *   writeHandle(handle)                 Door.referred(handle, this);                    first
 *   writeObject(obj)                    Door.overridden(obj, this);                     before writeObjectOverride
 * </pre>
 */
final class OutputHooks extends StreamHooks {
    private static final String OUT = "Ljava/io/ObjectOutputStream;";
    private static final String DESCRIPTOR = "Ljava/io/ObjectStreamClass;";

    private static final String WRITE_ORDINARY = "writeOrdinaryObject(Ljava/lang/Object;" + DESCRIPTOR + "Z)V";
    private static final String WRITE_ENUM = "writeEnum(Ljava/lang/Enum;" + DESCRIPTOR + "Z)V";
    private static final String WRITE_ARRAY = "writeArray(Ljava/lang/Object;" + DESCRIPTOR + "Z)V";
    private static final String WRITE_FIELDS = "defaultWriteFields(Ljava/lang/Object;" + DESCRIPTOR + ")V";
    private static final String WRITE_RECORD = "writeRecordData(Ljava/lang/Object;" + DESCRIPTOR + ")V";
    private static final String WRITE_EXTERNAL = "writeExternalData(Ljava/io/Externalizable;)V";
    private static final String WRITE_DESCRIPTOR = "writeNonProxyDesc(" + DESCRIPTOR + "Z)V";
    private static final String WRITE_PROXY_DESCRIPTOR = "writeProxyDesc(" + DESCRIPTOR + "Z)V";
    private static final String WRITE_ANY = "writeObject0(Ljava/lang/Object;Z)V";
    private static final String WRITE_HANDLE = "writeHandle(I)V";
    private static final String WRITE = "writeObject(Ljava/lang/Object;)V";

    OutputHooks(ClassVisitor next) {
        super(
                next,
                Map.ofEntries(
                        Map.entry(WRITE_ORDINARY, 2),
                        Map.entry(WRITE_ENUM, 1),
                        Map.entry(WRITE_ARRAY, 1),
                        Map.entry(WRITE_FIELDS, 1),
                        Map.entry(WRITE_RECORD, 1),
                        Map.entry(WRITE_EXTERNAL, 2),
                        Map.entry(WRITE_DESCRIPTOR, 1),
                        Map.entry(WRITE_PROXY_DESCRIPTOR, 1),
                        Map.entry(WRITE_ANY, 5),
                        Map.entry(WRITE_HANDLE, 1),
                        Map.entry(WRITE, 1)));
    }

    @Override
    MethodVisitor hook(String method, MethodVisitor next) {
        return switch (method) {
            case WRITE_ORDINARY, WRITE_ENUM -> new SwapDescriptor(next, method, method.equals(WRITE_ORDINARY));
            case WRITE_ARRAY -> new TellFirst(next, method, "array");
            case WRITE_FIELDS -> new WritePhantom(next, method);
            case WRITE_RECORD -> new WriteRecord(next, method);
            case WRITE_EXTERNAL -> new TellBehind(next, method, "writeExternal", "trailer");
            case WRITE_DESCRIPTOR -> new TellBehind(next, method, "annotateClass", "annotation");
            case WRITE_PROXY_DESCRIPTOR -> new TellBehind(next, method, "annotateProxyClass", "annotation");
            case WRITE_ANY -> new TellReplacement(next, method);
            case WRITE_HANDLE -> new TellReference(next, method);
            case WRITE -> new TellOverride(next, method);
            default -> next;
        };
    }

    private final class SwapDescriptor extends Hook {
        private final boolean tellsEnd;
        private boolean ended;

        SwapDescriptor(MethodVisitor next, String method, boolean tellsEnd) {
            super(next, method);
            this.tellsEnd = tellsEnd;
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.RETURN && tellsEnd) {
                load(1, 0);
                door("written", "(Ljava/lang/Object;" + OUT + ")V");
                ended = true;
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitEnd() {
            if (ended) {
                found();
            }
            super.visitEnd();
        }

        @Override
        public void visitCode() {
            super.visitCode();
            load(0, 1, 2);
            door("descriptor", "(" + OUT + "Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
            super.visitTypeInsn(Opcodes.CHECKCAST, "java/io/ObjectStreamClass");
            super.visitVarInsn(Opcodes.ASTORE, 2);
            found();
        }
    }

    /** Tells the door of a method's first argument and the stream. */
    private final class TellFirst extends Hook {
        private final String told;

        TellFirst(MethodVisitor next, String method, String told) {
            super(next, method);
            this.told = told;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            load(1, 0);
            door(told, "(Ljava/lang/Object;" + OUT + ")V");
            found();
        }
    }

    private final class WritePhantom extends Hook {
        WritePhantom(MethodVisitor next, String method) {
            super(next, method);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            Label fields = new Label();
            load(0, 1, 2);
            door("phantom", "(" + OUT + "Ljava/lang/Object;Ljava/lang/Object;)Z");
            super.visitJumpInsn(Opcodes.IFEQ, fields);
            super.visitInsn(Opcodes.RETURN);
            super.visitLabel(fields);
            super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            super.visitInsn(Opcodes.NOP); // keeps this frame and one of the JDK's own apart
            found();
        }
    }

    private final class WriteRecord extends Hook {
        WriteRecord(MethodVisitor next, String method) {
            super(next, method);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            load(0, 1, 2);
            door("recordFields", "(" + OUT + "Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
            super.visitTypeInsn(Opcodes.CHECKCAST, "java/io/ObjectStreamClass");
            super.visitVarInsn(Opcodes.ASTORE, 2);
            found();
        }
    }

    /** Tells the door of a method's first argument and the stream, behind each call of another. */
    private final class TellBehind extends Hook {
        private final String called;
        private final String told;

        TellBehind(MethodVisitor next, String method, String called, String told) {
            super(next, method);
            this.called = called;
            this.told = told;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (name.equals(called)) {
                load(1, 0);
                door(told, "(Ljava/lang/Object;" + OUT + ")V");
                found();
            }
        }
    }

    private final class TellReplacement extends Hook {
        TellReplacement(MethodVisitor next, String method) {
            super(next, method);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (name.equals("invokeWriteReplace") || name.equals("replaceObject")) {
                super.visitInsn(Opcodes.DUP); // the object
                load(0);
                door("replacing", "(Ljava/lang/Object;" + OUT + ")V");
                found();
            } else if (name.equals("assign") && owner.endsWith("$ReplaceTable")) {
                super.visitInsn(Opcodes.DUP2); // orig, rep
                super.visitVarInsn(Opcodes.ILOAD, 2);
                load(0);
                door("replaced", "(Ljava/lang/Object;Ljava/lang/Object;Z" + OUT + ")V");
                found();
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (name.equals("invokeWriteReplace")) {
                load(1, 0);
                door("instead", "(Ljava/lang/Object;Ljava/lang/Object;" + OUT + ")Ljava/lang/Object;");
                found();
            }
            if (name.equals("lookup") && owner.endsWith("$ReplaceTable")) {
                load(1);
                super.visitVarInsn(Opcodes.ILOAD, 2);
                load(0);
                door("standsIn", "(Ljava/lang/Object;Ljava/lang/Object;Z" + OUT + ")Ljava/lang/Object;");
                found();
            }
        }
    }

    private final class TellReference extends Hook {
        TellReference(MethodVisitor next, String method) {
            super(next, method);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitVarInsn(Opcodes.ILOAD, 1);
            load(0);
            door("referred", "(I" + OUT + ")V");
            found();
        }
    }

    private final class TellOverride extends Hook {
        TellOverride(MethodVisitor next, String method) {
            super(next, method);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (name.equals("writeObjectOverride")) {
                load(1, 0);
                door("overridden", "(Ljava/lang/Object;" + OUT + ")V");
                found();
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }
}
