package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions are sent, read and called by many threads at once. */
class ManyThreadsTest {
    private static final List<String> SAME_EACH_TIME = List.of(
            "place-method",
            "place-lambda-in-lambda-in-lambda",
            "class-top-level",
            "class-enum-with-a-body",
            "instance",
            "unnamed-in-a-map",
            "reference-bound-private",
            "nested-calls-back-private",
            "enum-captured-with-a-body",
            "static-recursive-function");

    @Test
    void eight_threads_send_and_read_functions_of_their_own() {
        assertEquals(
                "0",
                Trip.home("trust=local").run("sender.Hammer").expectSuccess().fact("wrong"));
    }

    @Test
    void eight_threads_send_functions_on_and_read_them() {
        List<Object> arguments = new ArrayList<>(List.of(Sent.trip().folder()));
        arguments.addAll(SAME_EACH_TIME);
        FinishedJvm received = Trip.abroad("trust=all")
                .run("receiver.Hammer", arguments.toArray())
                .expectSuccess();
        assertEquals("0", received.fact("wrong"), received::toString);
    }

    @Test
    void a_thousand_threads_that_call_a_function_first_define_its_classes_once() {
        assertOneClass("one-object");
    }

    @Test
    void a_thousand_threads_that_read_a_function_of_their_own_define_its_classes_once() {
        assertOneClass("an-object-each");
    }

    private static void assertOneClass(String objects) {
        FinishedJvm received = Trip.abroad("trust=all")
                .run("receiver.Race", Sent.trip().folder(), "chest-of-a-nest", objects)
                .expectSuccess();
        assertEquals("0", received.fact("failures"), received::toString);
        assertEquals("1", received.fact("classes"), received::toString);
    }
}
