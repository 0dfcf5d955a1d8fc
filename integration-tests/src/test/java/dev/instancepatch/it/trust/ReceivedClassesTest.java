package dev.instancepatch.it.trust;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.trust.ReceivedClasses;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Received classes are class files of ordinary classes, or refused before anything is defined. */
class ReceivedClassesTest {
    private static final String LINK = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
            + "Ljava/lang/invoke/MethodType;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)"
            + "Ljava/lang/invoke/CallSite;";

    private static void passes(ClassImage... classes) {
        assertDoesNotThrow(() -> ReceivedClasses.check(List.of(classes), false));
    }

    private static void refuses(Code code, List<ClassImage> classes, String... parts) {
        RefusedPatchException refused =
                assertThrows(RefusedPatchException.class, () -> ReceivedClasses.check(classes, false));
        String message = String.valueOf(refused.getMessage());
        assertEquals(code, refused.code(), message);
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is missing in: " + message);
        }
    }

    private static void unsafe(ClassImage image, String... parts) {
        refuses(Code.UNSAFE_CLASS, List.of(image), parts);
    }

    private static void malformed(ClassImage image, String... parts) {
        refuses(Code.MALFORMED_PAYLOAD, List.of(image), parts);
    }

    @Test
    void an_ordinary_class_passes() {
        passes(Crafted.job(), Crafted.withMethod("run", "()V"));
    }

    @Test
    void a_native_method_is_refused() {
        unsafe(
                Crafted.job(writer -> writer.visitMethod(Opcodes.ACC_NATIVE, "halt", "()V", null, null)),
                "com.acme.Job",
                "a native method, halt");
    }

    @TestFactory
    Stream<DynamicTest> a_class_loader_is_refused() {
        return Stream.of(
                        "java/lang/ClassLoader",
                        "java/security/SecureClassLoader",
                        "java/net/URLClassLoader",
                        "javax/management/loading/MLet",
                        "org/springframework/core/OverridingClassLoader")
                .map(parent -> DynamicTest.dynamicTest(
                        parent, () -> unsafe(Crafted.heir(Crafted.JOB, parent), "com.acme.Job", "a class loader")));
    }

    @Test
    void an_heir_of_a_received_class_loader_is_named_too() {
        ClassImage heir = Crafted.heir("com/acme/Heir", "com/acme/Middle");
        ClassImage middle = Crafted.heir("com/acme/Middle", Crafted.JOB);
        ClassImage loader = Crafted.heir(Crafted.JOB, "java/lang/ClassLoader");
        refuses(Code.UNSAFE_CLASS, List.of(heir, middle, loader), "com.acme.Heir", "a class loader");
    }

    @Test
    void a_circle_of_superclasses_is_refused() {
        refuses(
                Code.UNSAFE_CLASS,
                List.of(Crafted.heir("com/acme/A", "com/acme/B"), Crafted.heir("com/acme/B", "com/acme/A")),
                "its own superclass");
    }

    @Test
    void an_heir_of_the_JDK_s_internals_is_refused() {
        unsafe(Crafted.heir(Crafted.JOB, "jdk/internal/reflect/MagicAccessorImpl"), "internal");
    }

    @Test
    void a_thread_passes() {
        passes(Crafted.heir(Crafted.JOB, "java/lang/Thread"));
    }

    @TestFactory
    Stream<DynamicTest> a_method_that_runs_by_itself_is_refused_unless_it_is_allowed() {
        return Stream.of(
                        "readObject(Ljava/io/ObjectInputStream;)V",
                        "readObjectNoData()V",
                        "readResolve()Ljava/lang/Object;",
                        "readExternal(Ljava/io/ObjectInput;)V",
                        "validateObject()V",
                        "finalize()V")
                .map(method -> DynamicTest.dynamicTest(method, () -> {
                    String name = method.substring(0, method.indexOf('('));
                    ClassImage image = Crafted.withMethod(name, method.substring(name.length()));
                    unsafe(image, "com.acme.Job", "a method " + name, "Allow: serialization-methods");
                    ReceivedClasses.check(List.of(image), true);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_method_that_somebody_calls_passes() {
        return Stream.of(
                        "readObject(Ljava/lang/String;)V",
                        "writeReplace()Ljava/lang/Object;",
                        "writeObject(Ljava/io/ObjectOutputStream;)V",
                        "finalize(I)V")
                .map(method -> DynamicTest.dynamicTest(method, () -> {
                    String name = method.substring(0, method.indexOf('('));
                    passes(Crafted.withMethod(name, method.substring(name.length())));
                }));
    }

    @Test
    void a_static_initializer_passes() {
        passes(Crafted.job(writer -> {
            MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
            method.visitCode();
            method.visitInsn(Opcodes.RETURN);
            method.visitMaxs(0, 0);
        }));
    }

    @Test
    void a_class_file_of_another_class_is_refused() {
        unsafe(new ClassImage("com/acme/Other", Crafted.job().bytes()), "com.acme.Other", "that of com.acme.Job");
    }

    @TestFactory
    Stream<DynamicTest> a_reserved_name_is_refused() {
        return Stream.of(
                        "java/lang/X",
                        "javax/swing/X",
                        "jdk/X",
                        "sun/misc/X",
                        "com/sun/X",
                        "dev/instancepatch/X",
                        "dev/instancepatch/trust/X",
                        "com/acme/package-info",
                        "module-info",
                        "com/acme/X<Y>")
                .map(name -> DynamicTest.dynamicTest(name, () -> unsafe(Crafted.named(name), name.replace('/', '.'))));
    }

    @TestFactory
    Stream<DynamicTest> a_name_that_is_none_is_malformed() {
        return Stream.of("com/acme/X;", "com//X", "/X", "com/acme/", "com/a.b/X", "com/[X", "")
                .map(name -> DynamicTest.dynamicTest("\"" + name + "\"", () -> malformed(Crafted.named(name))));
    }

    @TestFactory
    Stream<DynamicTest> an_application_s_own_name_passes() {
        return Stream.of(
                        "Main",
                        "javaapp/X",
                        "jdk8/X",
                        "sunny/X",
                        "com/sunshine/X",
                        "com/acme/java/lang/X",
                        "com/acme/package",
                        "com/acme/package$",
                        "com/acme/Main$$anonfun$1",
                        "com/acme/Main-1 (of 2)$lambda",
                        "dev/instancepatch/it/X")
                .map(name -> DynamicTest.dynamicTest(name, () -> passes(Crafted.named(name))));
    }

    private static ClassImage calling(String owner, String name, String descriptor) {
        return Crafted.withCode(Opcodes.V17, "()V", code -> {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
            code.visitInsn(Opcodes.RETURN);
        });
    }

    @TestFactory
    Stream<DynamicTest> what_decides_on_trust_may_not_be_named() {
        return Stream.of(
                        "dev/instancepatch/Trust",
                        "dev/instancepatch/restore/TrustGate",
                        "dev/instancepatch/restore/BundleLoader",
                        "dev/instancepatch/bridge/Bridge",
                        "dev/instancepatch/agent/AgentMain",
                        "dev/instancepatch/restore/Bridges")
                .map(owner -> DynamicTest.dynamicTest(
                        owner, () -> unsafe(calling(owner, "run", "()V"), owner.replace('/', '.'))));
    }

    @Test
    void nor_may_it_be_named_in_a_descriptor_or_in_an_array() {
        unsafe(calling("com/acme/Library", "run", "()Ldev/instancepatch/Trust;"), "dev.instancepatch.Trust");
        unsafe(Crafted.withCode(Opcodes.V17, "()V", code -> {
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitTypeInsn(Opcodes.CHECKCAST, "[[Ldev/instancepatch/Trust;");
            code.visitInsn(Opcodes.POP);
            code.visitInsn(Opcodes.RETURN);
        }));
    }

    @Test
    void the_API_and_what_links_received_code_may_be_named() {
        passes(calling("dev/instancepatch/Patch", "on", "(Ljava/lang/Object;)Ldev/instancepatch/PatchTarget;"));
        passes(Crafted.withCode(Opcodes.V17, "()V", code -> {
            Handle link = new Handle(Opcodes.H_INVOKESTATIC, "dev/instancepatch/restore/Bridges", "link", LINK, false);
            code.visitInvokeDynamicInsn("hi", "()V", link, "s", "com.acme.Turkey", "()V");
            code.visitInsn(Opcodes.RETURN);
        }));
    }

    @Test
    void a_newer_class_file_is_refused_by_its_version_alone() {
        int next = Runtime.version().feature() + 45;
        refuses(Code.NEWER_CLASS_FILE, List.of(Crafted.withVersion(0, next)), "com.acme.Job");
        refuses(Code.NEWER_CLASS_FILE, List.of(Crafted.withVersion(65_535, next)), "com.acme.Job");
        refuses(Code.NEWER_CLASS_FILE, List.of(Crafted.ofLength(Crafted.withVersion(0, 65_535), 8)));
    }

    @Test
    void preview_features_of_any_Java_are_refused_where_they_are_not_switched_on() {
        unsafe(Crafted.withVersion(65_535, Runtime.version().feature() + 44), "com.acme.Job", "preview features");
        unsafe(Crafted.withVersion(65_535, 56), "preview features of Java 12");
    }

    @Test
    void a_version_that_never_was_is_malformed() {
        malformed(Crafted.withVersion(0, 44));
        malformed(Crafted.withVersion(0, 0));
    }

    @Test
    void bytes_behind_the_end_are_malformed() {
        ClassImage job = Crafted.job();
        malformed(Crafted.ofLength(job, job.bytes().length + 1), "goes on after its end");
    }

    @Test
    void a_constant_that_leads_to_none_is_malformed() {
        byte[] bytes = Crafted.job().bytes().clone();
        int access = 10 + 3 + Crafted.JOB.length() + 3 + 3 + "java/lang/Object".length() + 3;
        bytes[access + 3] = 99; // this_class
        malformed(new ClassImage(Crafted.JOB, bytes), "constant 99");
    }

    @Test
    void annotations_that_are_nested_deeply_are_malformed() {
        passes(Crafted.annotated(50));
        malformed(Crafted.annotated(102), "nested");
        malformed(Crafted.annotated(300_000), "nested");
    }

    @Test
    void a_method_without_code_is_malformed() {
        malformed(Crafted.job((ClassWriter writer) -> writer.visitMethod(0, "run", "()V", null, null)));
    }

    @Test
    void what_a_stranger_named_takes_one_line() {
        RefusedPatchException refused = assertThrows(
                RefusedPatchException.class,
                () -> ReceivedClasses.check(List.of(Crafted.named("java/X\n[x] forged " + "y".repeat(9_999))), false));
        assertEquals(2, String.valueOf(refused.getMessage()).lines().count());
        assertTrue(String.valueOf(refused.getMessage()).length() < 700);
    }
}
