package dev.instancepatch.agent.weave;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Bytecode between typed values and boxes, for class files without invokedynamic. */
final class Boxing {
    private static final String OBJECT = "java/lang/Object";

    private Boxing() {}

    /** Pushes an Object[] of a method's arguments. */
    static void arguments(MethodVisitor mv, Type[] parameters) {
        mv.visitLdcInsn(parameters.length);
        mv.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
        int local = 1;
        for (int i = 0; i < parameters.length; i++) {
            mv.visitInsn(Opcodes.DUP);
            mv.visitLdcInsn(i);
            mv.visitVarInsn(parameters[i].getOpcode(Opcodes.ILOAD), local);
            box(mv, parameters[i]);
            mv.visitInsn(Opcodes.AASTORE);
            local += parameters[i].getSize();
        }
    }

    private static void box(MethodVisitor mv, Type type) {
        if (isPrimitive(type)) {
            String box = boxOf(type);
            mv.visitMethodInsn(
                    Opcodes.INVOKESTATIC, box, "valueOf", "(" + type.getDescriptor() + ")L" + box + ";", false);
        }
    }

    /** Turns the box on the stack, which is known to fit, into the method's result. */
    static void result(MethodVisitor mv, Type result) {
        if (result.getSort() == Type.VOID) {
            mv.visitInsn(Opcodes.POP);
        } else if (isPrimitive(result)) {
            String box = boxOf(result);
            mv.visitTypeInsn(Opcodes.CHECKCAST, box);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, box, result.getClassName() + "Value", "()" + result.getDescriptor(), false);
        } else {
            mv.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() != Type.OBJECT && type.getSort() != Type.ARRAY;
    }

    private static String boxOf(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            default -> "java/lang/Double";
        };
    }
}
