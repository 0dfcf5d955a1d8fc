package dev.instancepatch.it.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers that take listed classes only: a list without ours lets unpatched objects pass, and refuses patched ones by name. */
class FiltersTest {
    private static final String PLAIN_GRAPH = "one costs 100, two costs 100, greedy 18, hello, truetwo";
    private static final String PATCHED_GRAPH = "one costs 100, two is free, SQUAWK 18, hello, truetwo";

    private static Libraries unpatched;
    private static Libraries patched;
    private static FinishedJvm reader;

    @BeforeAll
    static void write() {
        unpatched = Libraries.written(ForkedJvm.withAgent(), false);
        patched = Libraries.written(ForkedJvm.withAgent(), true);
        reader = patched.read(ForkedJvm.withAgent("trust=all"));
    }

    private static void assertHidden(String said) {
        assertTrue(said.startsWith("dev.instancepatch.RefusedPatchException: [hidden-payload] "), said);
        assertTrue(said.contains("Add dev.instancepatch.wire.* to "), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io", "filter", "filter that rejects ours"})
    void a_list_without_ours_refuses_patched_objects_and_names_the_line_to_add(String name) {
        assertHidden(reader.fact(name));
        assertHidden(reader.fact(name + " graph"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io with ours", "filter with ours", "filter of size"})
    void a_list_with_that_line_lets_patched_objects_pass(String name) {
        assertEquals("SQUAWK", reader.fact(name));
        assertEquals(PATCHED_GRAPH, reader.fact(name + " graph"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"io", "io with ours", "filter", "filter with ours", "filter that rejects ours", "filter of size"
            })
    void unpatched_objects_pass_every_list(String name) {
        FinishedJvm read = unpatched.read(ForkedJvm.withAgent());
        assertEquals("hello", read.fact(name));
        assertEquals(PLAIN_GRAPH, read.fact(name + " graph"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io with ours", "filter", "filter with ours", "filter that rejects ours", "filter of size"})
    void without_the_agent_patched_objects_pass_as_unpatched_ones(String name) {
        FinishedJvm read = patched.read(ForkedJvm.plain());
        assertEquals("hello", read.fact(name));
        assertEquals(PLAIN_GRAPH, read.fact(name + " graph"));
    }

    @Test
    void a_filter_of_the_whole_JVM_refuses_in_the_same_words() {
        FinishedJvm read = patched.read(filtered("farm.*;java.base/*;!*"));
        assertHidden(read.fact("read plainly"));
        assertHidden(read.fact("spring"));
        FinishedJvm other = unpatched.read(filtered("farm.*;java.base/*;!*"));
        assertEquals("hello", other.fact("read plainly"));
        assertEquals(PLAIN_GRAPH, other.fact("spring graph"));
    }

    @Test
    void a_filter_of_the_whole_JVM_with_that_line_lets_patched_objects_pass() {
        FinishedJvm read = patched.read(filtered("farm.*;java.base/*;dev.instancepatch.wire.*;!*"));
        assertEquals("SQUAWK", read.fact("read plainly"));
        assertEquals(PATCHED_GRAPH, read.fact("spring graph"));
    }

    private static ForkedJvm filtered(String filter) {
        return ForkedJvm.withAgent("trust=all").jvmArgument("-Djdk.serialFilter=" + filter);
    }
}
