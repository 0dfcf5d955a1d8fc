package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The reason of a patch goes where the patch goes. */
class ReasonsTest {
    @Test
    void a_reason_of_ten_thousand_characters_travels() {
        Journey reasons = Journey.begin();
        reasons.send("senders.Reasons");
        assertEquals("SQUAWK 10000 true", reasons.receive("receivers.Reasons").fact("longest-reason"));
    }
}
