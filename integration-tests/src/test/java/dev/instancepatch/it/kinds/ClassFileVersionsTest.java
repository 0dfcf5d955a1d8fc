package dev.instancepatch.it.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Original2;
import dev.instancepatch.Patch;
import java.util.Collection;
import java.util.Map;
import java.util.stream.IntStream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Class files of every version that this JVM loads, from Java 1.1 on. */
class ClassFileVersionsTest {
    private static final int NEWEST = 44 + Runtime.version().feature();

    /** What the generated classes do is called through this. */
    public interface Old {
        String hi();

        long add(int a, long b);

        double half(double a);

        void say(StringBuilder to, String what);

        int loop(int times);
    }

    @TestFactory
    Collection<DynamicTest> every_verb_works_in_class_files_of_version() {
        return IntStream.rangeClosed(45, NEWEST)
                .mapToObj(version -> DynamicTest.dynamicTest("" + version, () -> assertPatchable(version, true)))
                .toList();
    }

    /** Java 6 compilers might leave the frames out; the JVM then verifies as it did before (JVMS 4.10). */
    @Test
    void class_files_of_version_50_without_frames_are_patched() throws Exception {
        assertPatchable(50, false);
    }

    private static void assertPatchable(int version, boolean frames) throws Exception {
        Old old = make(version, frames);
        assertOwn(old);
        Patch.on(old)
                .method("hi", self -> "patched")
                .around(
                        "add",
                        (Original2<Integer, Long, Long> original, Old self, Integer a, Long b) ->
                                original.call(a, b) * 10)
                .intercept("half", call -> call.<Double>original() + 1)
                .voidMethod(
                        "say",
                        (Old self, StringBuilder to, String what) ->
                                to.append("patched ").append(what))
                .intercept("loop", call -> -call.<Integer>original());
        assertEquals("patched", old.hi());
        assertEquals(30L, old.add(1, 2));
        assertEquals(2.5, old.half(3));
        assertEquals("patched x", said(old));
        assertEquals(-10, old.loop(10));
        assertOwn(make(version, frames));
        Patch.on(old).restoreAll();
        assertOwn(old);
    }

    private static void assertOwn(Old old) {
        assertEquals("hello", old.hi());
        assertEquals(3L, old.add(1, 2));
        assertEquals(1.5, old.half(3));
        assertEquals("x", said(old));
        assertEquals(10, old.loop(10));
    }

    private static String said(Old old) {
        StringBuilder said = new StringBuilder();
        old.say(said, "x");
        return said.toString();
    }

    private static Old make(int version, boolean frames) throws Exception {
        return (Old) Compiled.define("Made", Map.of("Made", classFile(version, frames)))
                .getDeclaredConstructor()
                .newInstance();
    }

    private static byte[] classFile(int version, boolean frames) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                version == 45 ? Opcodes.V1_1 : version,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
                "Made",
                null,
                "java/lang/Object",
                new String[] {Type.getInternalName(Old.class)});
        constructor(writer);
        MethodVisitor hi = method(writer, "hi", "()Ljava/lang/String;");
        hi.visitLdcInsn("hello");
        end(hi, Opcodes.ARETURN);
        MethodVisitor add = method(writer, "add", "(IJ)J");
        add.visitVarInsn(Opcodes.ILOAD, 1);
        add.visitInsn(Opcodes.I2L);
        add.visitVarInsn(Opcodes.LLOAD, 2);
        add.visitInsn(Opcodes.LADD);
        end(add, Opcodes.LRETURN);
        MethodVisitor half = method(writer, "half", "(D)D");
        half.visitVarInsn(Opcodes.DLOAD, 1);
        half.visitLdcInsn(2.0);
        half.visitInsn(Opcodes.DDIV);
        end(half, Opcodes.DRETURN);
        MethodVisitor say = method(writer, "say", "(Ljava/lang/StringBuilder;Ljava/lang/String;)V");
        say.visitVarInsn(Opcodes.ALOAD, 1);
        say.visitVarInsn(Opcodes.ALOAD, 2);
        say.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "java/lang/StringBuilder",
                "append",
                "(Ljava/lang/String;)Ljava/lang/StringBuilder;",
                false);
        say.visitInsn(Opcodes.POP);
        end(say, Opcodes.RETURN);
        loop(writer, version >= 50 && frames);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Counts its parameter down; jumps to its very first instruction, which the prologue must not catch. */
    private static void loop(ClassWriter writer, boolean frames) {
        MethodVisitor loop = method(writer, "loop", "(I)I");
        Label start = new Label();
        Label done = new Label();
        loop.visitLabel(start);
        if (frames) {
            loop.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }
        loop.visitIincInsn(1, -1);
        loop.visitVarInsn(Opcodes.ILOAD, 1);
        loop.visitJumpInsn(Opcodes.IFLE, done);
        loop.visitJumpInsn(Opcodes.GOTO, start);
        loop.visitLabel(done);
        if (frames) {
            loop.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }
        loop.visitIntInsn(Opcodes.BIPUSH, 10);
        end(loop, Opcodes.IRETURN);
    }

    private static void constructor(ClassWriter writer) {
        MethodVisitor constructor = method(writer, "<init>", "()V");
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        end(constructor, Opcodes.RETURN);
    }

    private static MethodVisitor method(ClassWriter writer, String name, String descriptor) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
        method.visitCode();
        return method;
    }

    private static void end(MethodVisitor method, int opcode) {
        method.visitInsn(opcode);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    @Test
    void a_method_with_a_subroutine_is_patched() throws Exception {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V1_5, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "Sub", null, "java/lang/Object", new String[] {
                    "java/util/function/IntSupplier"
                });
        constructor(writer);
        MethodVisitor method = method(writer, "getAsInt", "()I");
        Label subroutine = new Label();
        method.visitJumpInsn(Opcodes.JSR, subroutine);
        method.visitIntInsn(Opcodes.BIPUSH, 7);
        method.visitInsn(Opcodes.IRETURN);
        method.visitLabel(subroutine);
        method.visitVarInsn(Opcodes.ASTORE, 1);
        method.visitVarInsn(Opcodes.RET, 1);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        var supplier = (java.util.function.IntSupplier) Compiled.define("Sub", Map.of("Sub", writer.toByteArray()))
                .getDeclaredConstructor()
                .newInstance();
        Patch.on(supplier).intercept("getAsInt", call -> call.<Integer>original() + 1);
        assertEquals(8, supplier.getAsInt());
    }
}
