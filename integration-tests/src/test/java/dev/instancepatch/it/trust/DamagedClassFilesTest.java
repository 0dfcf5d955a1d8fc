package dev.instancepatch.it.trust;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.agent.verify.BytecodeCheck;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.trust.ReceivedClasses;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever happened to a class file on its way, it passes as another one, or is refused: nothing else is ever thrown. */
class DamagedClassFilesTest {
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
    @interface Tag {
        String[] value() default {};
    }

    /** Has what class files may have. */
    @Tag("shape")
    sealed interface Shape permits Circle {
        record Size(@Tag("wide") int width, long height) {}

        default Object size(double scale, Object other) {
            try {
                Runnable run = () -> System.out.println(scale + " " + other);
                run.run();
                return switch (String.valueOf(other)) {
                    case "small" -> new Size(1, 2L);
                    case "large" -> new int[3][(int) scale];
                    default -> other instanceof Size size ? size.width : List.<@Tag({"a", "b"}) Size>of();
                };
            } catch (IllegalStateException | UnsupportedOperationException e) {
                return e;
            } finally {
                synchronized (this) {
                    System.out.println(1.5f);
                }
            }
        }
    }

    record Circle() implements Shape {}

    private static List<ClassImage> samples() {
        return Stream.of(Shape.class, Shape.Size.class, Circle.class, Tag.class)
                .map(DamagedClassFilesTest::image)
                .toList();
    }

    private static ClassImage image(Class<?> type) {
        String name = type.getName().replace('.', '/');
        try (InputStream in = type.getResourceAsStream("/" + name + ".class")) {
            return new ClassImage(name, in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns true if it passes. */
    private static boolean passes(ClassImage image) {
        try {
            ReceivedClasses.check(List.of(image), true);
            return BytecodeCheck.failure(image) == null;
        } catch (RefusedPatchException refused) {
            assertDoesNotThrow(() -> BytecodeCheck.failure(image));
            return false;
        }
    }

    @TestFactory
    Stream<DynamicTest> undamaged_it_passes() {
        return samples().stream().map(image -> DynamicTest.dynamicTest(image.name(), () -> assertTrue(passes(image))));
    }

    @TestFactory
    Stream<DynamicTest> cut_off_anywhere_it_is_refused() {
        return samples().stream()
                .map(image -> DynamicTest.dynamicTest(image.name(), () -> {
                    for (int length = 0; length < image.bytes().length; length++) {
                        ClassImage cut = Crafted.ofLength(image, length);
                        assertThrows(RefusedPatchException.class, () -> ReceivedClasses.check(List.of(cut), true));
                        assertDoesNotThrow(() -> BytecodeCheck.failure(cut));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> with_any_byte_changed_it_is_refused_or_passes() {
        return samples().stream()
                .map(image -> DynamicTest.dynamicTest(image.name(), () -> {
                    int[] passed = new int[2];
                    for (int at = 0; at < image.bytes().length; at++) {
                        for (int change : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255, 256}) {
                            byte[] bytes = image.bytes().clone();
                            bytes[at] = (byte) (change == 256 ? bytes[at] + 1 : bytes[at] ^ change);
                            passed[passes(new ClassImage(image.name(), bytes)) ? 1 : 0]++;
                        }
                    }
                    System.out.println(
                            image.name() + " damaged: " + passed[0] + " times refused, " + passed[1] + " times passed");
                    assertEquals(image.bytes().length * 10, passed[0] + passed[1]);
                }));
    }
}
