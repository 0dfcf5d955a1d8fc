package dev.instancepatch.it.compatibility;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Objects without patches are written and read as if there were no agent. */
class PlainStreamsTest {
    @TempDir
    private static Path folder;

    private static FinishedJvm plain;
    private static FinishedJvm patching;

    @BeforeAll
    static void write() throws Exception {
        Path classes = Fixtures.compile("plain");
        plain = ForkedJvm.plain()
                .classPath(classes)
                .run("plain.Write", Files.createDirectory(folder.resolve("plain")))
                .expectSuccess();
        patching = ForkedJvm.withAgent()
                .classPath(classes)
                .run("plain.WriteAmongPatched", Files.createDirectory(folder.resolve("patching")))
                .expectSuccess();
    }

    @Test
    void other_objects_are_patched_meanwhile() {
        assertEquals("[patched, patched, patched, patched, patched]", patching.fact("still patched"));
    }

    @TestFactory
    Stream<DynamicTest> unpatched_objects_are_written_to_the_same_bytes() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("plain"))) {
            files = all.sorted().toList();
        }
        assertTrue(files.size() >= 12, files.size() + " graphs");
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertArrayEquals(
                                Files.readAllBytes(file),
                                Files.readAllBytes(folder.resolve("patching").resolve(file.getFileName())))));
    }

    @Test
    void a_jvm_with_the_agent_reads_what_a_plain_one_wrote() {
        assertReads(ForkedJvm.withAgent(), "plain");
    }

    @Test
    void a_plain_jvm_reads_what_one_with_the_agent_wrote() {
        assertReads(ForkedJvm.plain(), "patching");
    }

    private static void assertReads(ForkedJvm jvm, String written) {
        FinishedJvm read = jvm.classPath(Fixtures.compile("plain"))
                .run("plain.Read", folder.resolve(written))
                .expectSuccess();
        assertEquals("plain.Graphs$Point 5 true plain.Graphs$Point", read.fact("record"), read::toString);
        assertEquals("plain.Graphs$Custom 5 true plain.Graphs$Custom", read.fact("custom"));
        assertEquals("plain.Graphs$Point 5 true plain.Graphs$Point", read.fact("replaced"));
        assertEquals("java.util.ArrayList 5 true java.util.ArrayList", read.fact("collections"));
    }

    @TestFactory
    Stream<DynamicTest> a_default_serialVersionUID_is_the_one_of_a_plain_jvm() {
        return Stream.of("Base", "Sub", "Custom", "Replaced", "Handler", "External")
                .map(type -> DynamicTest.dynamicTest(type, () -> assertEquals(plain.fact(type), patching.fact(type))));
    }

    @Test
    void reflection_shows_one_synthetic_field_more_in_the_topmost_class_only() {
        assertEquals("3 and 1", patching.fact("fields of Base"));
        assertEquals("2 and 0", patching.fact("fields of Sub"));
    }
}
