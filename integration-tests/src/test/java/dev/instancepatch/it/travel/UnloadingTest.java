package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import org.junit.jupiter.api.Test;

/** Received code lives as long as the objects that it came with. */
class UnloadingTest {
    @Test
    void a_received_function_s_loader_is_collected_once_its_object_is_gone() {
        Journey journey = Journey.begin();
        journey.send("senders.Article");
        FinishedJvm received = journey.receive("receivers.Unloading");
        assertEquals("SQUAWK", received.fact("said"));
        assertEquals("instance-patch", received.fact("name"));
        assertEquals("collected", received.fact("loader"));
    }
}
