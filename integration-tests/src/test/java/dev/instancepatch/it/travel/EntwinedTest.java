package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A function that captures the list of all objects that it patches is met again while it is still being written. */
class EntwinedTest {
    private static final String ALL = "n0 at 0 of 3, n1 at 1 of 3, n2 at 2 of 3";

    private static Journey journey;
    private static FinishedJvm received;

    @BeforeAll
    static void send_and_receive() {
        journey = Journey.begin();
        journey.send("senders.Entwined");
        received = journey.receive("receivers.Entwined");
    }

    @Test
    void whoever_is_written_first_all_are_patched() {
        assertEquals("n0 at 0 of 3: " + ALL, received.fact("first-element"));
        assertEquals("n2 at 2 of 3: " + ALL, received.fact("last-element"));
    }

    @Test
    void the_list_that_is_written_is_the_one_that_was_captured() {
        assertEquals(ALL + true, received.fact("list"));
    }

    @Test
    void elements_beside_their_list_are_the_list_s() {
        assertEquals(ALL + true, received.fact("elements-and-list"));
    }

    @Test
    void an_element_written_unshared_is_another_than_the_list_s_and_all_are_patched() {
        assertEquals("n0 at -1 of 3: " + ALL, received.fact("unshared"));
    }

    @Test
    void all_are_patched_behind_a_jvm_that_never_called_them() {
        FinishedJvm last = journey.forward().receive("receivers.Entwined");
        assertEquals("n0 at 0 of 3: " + ALL, last.fact("first-element"));
        assertEquals(ALL + true, last.fact("list"));
    }
}
