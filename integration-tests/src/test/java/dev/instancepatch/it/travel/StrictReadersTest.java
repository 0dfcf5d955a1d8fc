package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Readers that choose classes themselves: without the agent they notice nothing, with it no patch is lost silently. */
class StrictReadersTest {
    private static FinishedJvm plain;
    private static FinishedJvm patching;

    @BeforeAll
    static void read() {
        Journey journey = Journey.begin();
        journey.send("senders.Article");
        journey.send("senders.Kinds");
        plain = Journey.plainReceiver()
                .run("receivers.Strict", journey.folder())
                .expectSuccess();
        patching = Journey.receiver("trust=all")
                .run("receivers.Strict", journey.folder())
                .expectSuccess();
    }

    @Test
    void without_the_agent_a_reader_that_calls_loadClass_gets_the_unpatched_object() {
        assertEquals("hello", plain.fact("loadClass"));
    }

    @Test
    void without_the_agent_a_reader_of_listed_classes_gets_the_unpatched_object() {
        assertEquals("hello", plain.fact("farm only"));
        assertEquals("hello", plain.fact("filter of the farm"));
    }

    @Test
    void with_the_agent_a_reader_that_calls_loadClass_gets_the_patched_object() {
        assertEquals("SQUAWK", patching.fact("loadClass"));
    }

    @Test
    void with_the_agent_a_reader_that_hides_our_classes_does_not_lose_the_patch_silently() {
        assertNotEquals("hello", patching.fact("farm only"));
    }

    @Test
    void with_the_agent_a_filter_that_does_not_name_our_classes_refuses() {
        String said = patching.fact("filter of the farm");
        assertTrue(said.startsWith("dev.instancepatch.RefusedPatchException: [hidden-payload] "), said);
        assertTrue(said.contains("Add dev.instancepatch.wire.* to the reader's filter"), said);
    }

    @Test
    void with_the_agent_a_filter_that_names_our_classes_lets_the_patch_pass() {
        assertEquals("SQUAWK", patching.fact("filter of the farm and ours"));
    }

    @Test
    void a_reader_that_goes_by_its_own_descriptors_reads_patched_objects() {
        assertEquals("SQUAWK", patching.fact("by own descriptors"));
        assertEquals("same true", patching.fact("record by the stream's descriptors"));
    }

    @Test
    void a_reader_that_goes_by_its_own_descriptors_is_refused_a_patched_record_before_it_reads_in_the_wrong_place() {
        String said = patching.fact("record by own descriptors");
        assertTrue(said.startsWith("dev.instancepatch.RefusedPatchException: [hidden-payload] "), said);
        assertTrue(said.contains("farm.Egg") && said.contains("readClassDescriptor"), said);
    }
}
