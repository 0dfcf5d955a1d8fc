package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A patched object that refuses to be read takes its patch with it: whatever is read next has no part of it. */
class BrokenObjectsTest {
    private static FinishedJvm received;

    @BeforeAll
    static void send_and_receive() {
        Journey journey = Journey.begin();
        journey.send("senders.Broken");
        received = journey.receive("receivers.Broken");
    }

    @Test
    void the_reader_gets_the_object_s_own_exception() {
        assertEquals("broken", received.fact("thrown"));
    }

    @Test
    void the_objects_behind_it_are_unpatched() {
        assertEquals("next costs 100", received.fact("next"));
        assertEquals("last costs 100", received.fact("last"));
    }

    @Test
    void patched_objects_behind_it_are_patched() {
        assertEquals("patched is free", received.fact("patched"));
    }

    @Test
    void a_container_that_skips_it_keeps_the_others_as_they_were() {
        assertEquals("[a is free, c costs 100, d costs 100, e is free], skipped 1", received.fact("crate"));
        assertEquals("after the crate costs 100", received.fact("after the crate"));
    }
}
