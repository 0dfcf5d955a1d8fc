package dev.instancepatch.it.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.agent.verify.BytecodeCheck;
import dev.instancepatch.code.ClassFile;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.it.Jars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Code that does not keep to its kinds of values, or declares what is not so, is found without loading a class. */
class BytecodeCheckTest {
    private static final Object[] NONE = {};

    private static void fails(ClassImage image, String... parts) {
        String why = BytecodeCheck.failure(image);
        assertNotNull(why);
        for (String part : parts) {
            assertTrue(why.contains(part), () -> "\"" + part + "\" is missing in: " + why);
        }
    }

    /** Returns a method that jumps over nothing to a frame. */
    private static ClassImage framed(
            String descriptor, Object[] locals, Object[] stack, Consumer<MethodVisitor> before) {
        return Crafted.withCode(Opcodes.V17, descriptor, code -> {
            Label end = new Label();
            before.accept(code);
            code.visitJumpInsn(Opcodes.GOTO, end);
            code.visitLabel(end);
            code.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
            code.visitInsn(Opcodes.NOP);
            for (int i = 0; i < stack.length; i++) {
                code.visitInsn(Opcodes.POP);
            }
            code.visitInsn(Opcodes.RETURN);
        });
    }

    @Test
    void a_frame_that_says_what_is_there_or_less_passes() {
        Object[] all = {Opcodes.INTEGER, "java/lang/String"};
        assertNull(BytecodeCheck.failure(framed("(ILjava/lang/String;)V", all, NONE, code -> {})));
        Object[] less = {Opcodes.TOP, "java/lang/Object"};
        assertNull(BytecodeCheck.failure(framed("(ILjava/lang/String;)V", less, NONE, code -> {})));
        assertNull(BytecodeCheck.failure(framed("(ILjava/lang/String;)V", NONE, NONE, code -> {})));
    }

    @TestFactory
    Stream<DynamicTest> a_forged_frame_is_found() {
        return Stream.of(Opcodes.FLOAT, Opcodes.LONG, Opcodes.DOUBLE, Opcodes.NULL, "java/lang/Object")
                .map(kind -> DynamicTest.dynamicTest(
                        "int as " + kind,
                        () -> fails(framed("(II)V", new Object[] {kind}, NONE, code -> {}), "run(II)V", "frame")));
    }

    @Test
    void a_frame_with_another_stack_is_found() {
        fails(framed("()V", NONE, new Object[] {Opcodes.INTEGER}, code -> {}));
        fails(framed("()V", NONE, new Object[] {"A"}, code -> code.visitInsn(Opcodes.ICONST_0)), "frame");
        Object[] integer = {Opcodes.INTEGER};
        assertNull(BytecodeCheck.failure(framed("()V", NONE, integer, code -> code.visitInsn(Opcodes.ICONST_0))));
    }

    @Test
    void a_frame_that_calls_a_new_object_initialized_is_found() {
        Label creation = new Label();
        Consumer<MethodVisitor> create = code -> {
            code.visitLabel(creation);
            code.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
        };
        fails(framed("()V", NONE, new Object[] {"java/lang/Object"}, create), "frame");
    }

    @Test
    void a_frame_that_calls_a_new_object_new_passes() {
        Label creation = new Label();
        assertNull(BytecodeCheck.failure(framed("()V", NONE, new Object[] {creation}, code -> {
            code.visitLabel(creation);
            code.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
        })));
    }

    @Test
    void an_instruction_that_finds_another_kind_is_found() {
        fails(Crafted.withCode(Opcodes.V17, "(I)Ljava/lang/Object;", code -> {
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitInsn(Opcodes.ARETURN);
        }));
        fails(Crafted.withCode(Opcodes.V17, "()V", code -> code.visitInsn(Opcodes.POP)));
        fails(Crafted.withCode(Opcodes.V17, "()V", code -> code.visitInsn(Opcodes.NOP)));
    }

    @Test
    void a_constructor_that_is_called_for_an_object_that_is_there_is_found() {
        fails(Crafted.withCode(Opcodes.V17, "(Ljava/lang/Object;)V", code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            code.visitInsn(Opcodes.RETURN);
        }));
    }

    @Test
    void subroutines_of_old_class_files_pass() {
        assertNull(BytecodeCheck.failure(Crafted.withCode(Opcodes.V1_4, "(I)V", code -> {
            Label subroutine = new Label();
            code.visitJumpInsn(Opcodes.JSR, subroutine);
            code.visitInsn(Opcodes.RETURN);
            code.visitLabel(subroutine);
            code.visitVarInsn(Opcodes.ASTORE, 1);
            code.visitIincInsn(0, 1);
            code.visitVarInsn(Opcodes.RET, 1);
        })));
    }

    @Test
    void a_version_that_ASM_does_not_know_is_a_failure() {
        fails(Crafted.withVersion(0, 99), "ASM cannot read it");
    }

    @Test
    void a_method_that_would_take_gigabytes_is_a_failure() {
        fails(
                Crafted.withCode(Opcodes.V17, "()V", code -> {
                    for (int i = 0; i < 60_000; i++) {
                        code.visitInsn(Opcodes.NOP);
                    }
                    code.visitInsn(Opcodes.ICONST_0);
                    code.visitVarInsn(Opcodes.ISTORE, 65_000);
                    code.visitInsn(Opcodes.RETURN);
                }),
                "too much memory");
    }

    @TestFactory
    Stream<DynamicTest> what_compilers_make_passes() {
        return Stream.of(
                        Jars.agent(),
                        Jars.of(net.bytebuddy.ByteBuddy.class),
                        Jars.of(org.apache.commons.math3.util.FastMath.class),
                        Jars.of(scala.Option.class))
                .map(jar -> DynamicTest.dynamicTest(
                        String.valueOf(jar.getFileName()), () -> assertEquals(List.of(), failures(jar))));
    }

    /** For those who change the check: {@code -Dverify.corpus=FOLDER} names one with jars, such as Maven's repository. */
    @Test
    @EnabledIfSystemProperty(named = "verify.corpus", matches = ".+")
    void what_compilers_made_for_others_passes() throws IOException {
        List<String> failures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("verify.corpus")))) {
            files.filter(file -> file.toString().endsWith(".jar")).forEach(jar -> failures.addAll(failures(jar)));
        }
        assertEquals(List.of(), failures);
    }

    private static List<String> failures(Path jar) {
        List<String> failures = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class")) {
                    String why = failure(new ClassImage(
                            entry.getName(), zip.getInputStream(entry).readAllBytes()));
                    if (why != null) {
                        failures.add(jar.getFileName() + " " + entry.getName() + ": " + why);
                    }
                }
            }
        } catch (ZipException noJar) {
            return failures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return failures;
    }

    private static String failure(ClassImage image) {
        try {
            ClassFile.of(image);
            return BytecodeCheck.failure(image);
        } catch (dev.instancepatch.code.MalformedBundleException e) {
            return "malformed: " + e.getMessage();
        }
    }
}
