package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Patches of every kind travel, with what is known of them. */
class VerbsTest {
    private static Journey journey;
    private static FinishedJvm sent;
    private static FinishedJvm received;

    @BeforeAll
    static void send_and_receive() {
        journey = Journey.begin();
        sent = journey.send("senders.Verbs");
        received = journey.receive("receivers.Verbs");
    }

    @Test
    void void_functions_travel() {
        assertEquals("A.B", received.fact("void"));
    }

    @Test
    void around_functions_travel_and_run_the_receiver_s_own_bodies() {
        assertEquals("<hello from talker>; hello x!hello x?; 30; 31,2,c; 51,2,3.0,4,true", received.fact("around"));
        assertEquals("16 6", received.fact("around-recursion"));
    }

    @Test
    void interceptors_travel() {
        assertEquals("3(9,2,c); a!; false; hi of talker", received.fact("intercept"));
    }

    @Test
    void functions_of_methods_with_primitives_travel() {
        assertEquals("4.0; true; A; 5; true43.021", received.fact("primitives"));
    }

    @Test
    void a_patch_of_one_overload_travels_for_that_one() {
        assertEquals("-5; 3", received.fact("overload"));
    }

    @Test
    void the_reason_travels() {
        assertEquals("explained; ticket 7: zu früh", received.fact("reason"));
    }

    @Test
    void local_patches_stay_behind_and_others_travel() {
        assertEquals("hello from talker; travels; 1", received.fact("local-and-not"));
        assertEquals("hello from talker; false", received.fact("only-local"));
    }

    @Test
    void the_origin_is_LOCAL_at_home_and_BY_VALUE_where_the_class_is_missing() {
        assertTrue(sent.fact("at home").startsWith("LOCAL "), sent::toString);
        assertTrue(received.fact("origin").startsWith("BY_VALUE "));
        assertEquals("public java.lang.String farm.Talker.hi()", received.fact("method"));
        assertEquals("Optional.empty", received.fact("key"));
        assertEquals("false", received.fact("local"));
        assertEquals("true", received.fact("since"));
        assertEquals("true", received.fact("function"));
    }

    @Test
    void the_origin_is_OWN_CODE_where_the_function_s_class_is() {
        assertEquals("heretrue", sent.fact("back home"));
        assertTrue(sent.fact("back home's patch").startsWith("OWN_CODE "), sent::toString);
        FinishedJvm application = ForkedJvm.withAgent()
                .classPath(Journey.senders(), Journey.receivers(), Journey.farm(), Journey.harness())
                .run("receivers.Verbs", journey.folder())
                .expectSuccess();
        assertTrue(application.fact("origin").startsWith("OWN_CODE "), application::toString);
        assertEquals("<hello from talker>", application.fact("around").split(";")[0]);
    }

    @Test
    void the_code_hash_is_the_same_everywhere() {
        String home = sent.fact("at home").split(" ")[1];
        assertTrue(home.matches("sha256:[0-9a-f]{64}"), home);
        assertEquals(home, sent.fact("back home's patch").split(" ")[1]);
        assertEquals(home, received.fact("origin").split(" ")[1]);
        assertEquals(home, received.fact("hash before a call"));
        assertEquals(home, received.fact("hash after a call"));
        FinishedJvm last = journey.forward().receive("receivers.Verbs");
        assertEquals(home, last.fact("hash after a call"));
    }

    @Test
    void a_received_patch_can_be_restored() {
        assertTrue(received.out().contains("origin: restored hello from talker"), received::toString);
    }
}
