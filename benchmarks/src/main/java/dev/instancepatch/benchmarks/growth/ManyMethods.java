package dev.instancepatch.benchmarks.growth;

import dev.instancepatch.Patch;
import dev.instancepatch.PatchTarget;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class with more methods than anybody writes: {@code m0() .. m999()}, each of which says hello. */
final class ManyMethods {
    /** How many. */
    static final int COUNT = 1_000;

    private static final String NAME = "dev/instancepatch/benchmarks/growth/Many";
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final Class<?> TYPE = define();
    private static final List<MethodHandle> METHODS = methods();

    private ManyMethods() {}

    /** Returns an object, so many of whose methods are patched with one function. */
    static Object patched(int methods) throws ReflectiveOperationException {
        Object many = TYPE.getDeclaredConstructor().newInstance();
        PatchTarget<Object> target = Patch.on(many);
        for (int i = 0; i < methods; i++) {
            target.method("m" + i, self -> "SQUAWK");
        }
        return many;
    }

    /** Calls so many methods; returns what the last one says. */
    static String call(Object many, int methods) {
        String said = "";
        for (int i = 0; i < methods; i++) {
            said = call(METHODS.get(i), many);
        }
        return said;
    }

    private static String call(MethodHandle method, Object many) {
        try {
            return (String) method.invokeExact(many);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** In this class's loader, which is the one that a stream asks. */
    private static Class<?> define() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, NAME, null, "java/lang/Object", new String[] {
            Serializable.class.getName().replace('.', '/')
        });
        MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        end(constructor, Opcodes.RETURN);
        for (int i = 0; i < COUNT; i++) {
            MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "m" + i, "()Ljava/lang/String;", null, null);
            method.visitLdcInsn("hello");
            end(method, Opcodes.ARETURN);
        }
        try {
            return LOOKUP.defineClass(writer.toByteArray());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("no " + NAME, e);
        }
    }

    private static void end(MethodVisitor method, int opcode) {
        method.visitInsn(opcode);
        method.visitMaxs(0, 0);
    }

    private static List<MethodHandle> methods() {
        try {
            List<MethodHandle> methods = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                methods.add(LOOKUP.findVirtual(TYPE, "m" + i, MethodType.methodType(String.class))
                        .asType(MethodType.methodType(String.class, Object.class)));
            }
            return methods;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no method of " + NAME, e);
        }
    }
}
