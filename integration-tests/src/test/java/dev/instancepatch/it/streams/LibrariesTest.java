package dev.instancepatch.it.streams;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries that write and read objects through streams of their own: Commons Lang, Spring, Netty. */
class LibrariesTest {
    private static final String PLAIN_GRAPH = "one costs 100, two costs 100, greedy 18, hello, truetwo";
    private static final String PATCHED_GRAPH = "one costs 100, two is free, SQUAWK 18, hello, truetwo";

    private static Libraries plain;
    private static Libraries unpatched;
    private static Libraries patched;

    @BeforeAll
    static void write() {
        plain = Libraries.written(ForkedJvm.plain(), false);
        unpatched = Libraries.written(ForkedJvm.withAgent(), false);
        patched = Libraries.written(ForkedJvm.withAgent(), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "plain graph", "lang", "lang graph", "spring", "spring graph", "netty", "netty graph"})
    void unpatched_objects_are_written_to_the_same_bytes(String name) {
        assertArrayEquals(plain.bytes(name), unpatched.bytes(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read plainly", "lang", "spring", "netty", "io", "filter"})
    void with_the_agent_unpatched_objects_are_read_as_ever(String name) {
        FinishedJvm reader = unpatched.read(ForkedJvm.withAgent());
        assertEquals("hello", reader.fact(name));
        assertEquals(PLAIN_GRAPH, reader.fact(name + " graph"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang", "spring"})
    void patches_travel_through_a_library_s_streams(String name) {
        FinishedJvm reader = patched.read(ForkedJvm.withAgent("trust=all"));
        assertEquals("SQUAWK", reader.fact(name));
        assertEquals(PATCHED_GRAPH, reader.fact(name + " graph"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang", "spring"})
    void a_reader_without_the_agent_gets_unpatched_objects(String name) {
        FinishedJvm reader = patched.read(ForkedJvm.plain());
        assertEquals("hello", reader.fact(name));
        assertEquals(PLAIN_GRAPH, reader.fact(name + " graph"));
    }

    @Test
    void a_clone_made_through_a_stream_is_patched() {
        assertEquals("SQUAWK true", patched.writer().fact("lang clone"));
        assertEquals("SQUAWK", patched.writer().fact("lang roundtrip"));
        assertEquals("SQUAWK", patched.writer().fact("spring clone"));
    }

    @Test
    void Netty_s_stream_writes_its_own_class_descriptors_and_is_refused_by_name() {
        String said = patched.writer().fact("netty");
        assertTrue(said.startsWith("dev.instancepatch.PatchException: [not-carried] "), said);
        assertTrue(said.contains("farm.Turkey") && said.contains("CompactObjectOutputStream"), said);
        assertTrue(said.contains("uncarried=drop"), said);
        assertTrue(patched.writer().fact("netty graph").contains("farm."), said);
    }

    @Test
    void where_patches_may_be_dropped_Netty_s_stream_carries_unpatched_objects() {
        Libraries dropping = Libraries.written(ForkedJvm.withAgent("uncarried=drop"), true);
        assertArrayEquals(plain.bytes("netty"), dropping.bytes("netty"));
        FinishedJvm reader = dropping.read(ForkedJvm.withAgent("trust=all"));
        assertEquals("hello", reader.fact("netty"));
        assertEquals(PLAIN_GRAPH, reader.fact("netty graph"));
        assertEquals("SQUAWK", reader.fact("lang"));
        String said = dropping.writer().err();
        assertTrue(said.contains("uncarried=drop") && said.contains("farm.Turkey"), said);
    }
}
