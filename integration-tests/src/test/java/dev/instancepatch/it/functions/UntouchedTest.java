package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.instancepatch.it.FinishedJvm;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Received code leaves the receiver's own classes alone, those of the same name above all. */
class UntouchedTest {
    private static FinishedJvm sent;
    private static FinishedJvm received;

    @BeforeAll
    static void send() {
        String source = Versions.source("Untouched");
        Path senders = Versions.compile(source.replace("WHOSE", "SENDER"));
        Path receivers = Versions.compile(source.replace("WHOSE", "RECEIVER"));
        Trip trip = Trip.begin();
        sent = Versions.send(senders, trip);
        received = trip.run(Trip.abroad("trust=all").classPath(receivers), "receiver.Untouched");
    }

    @TestFactory
    Stream<DynamicTest> a_function_runs_the_sender_s_code_with_the_sender_s_constants() {
        return Map.of(
                        "lambda", "SENDER lambda",
                        "static", "SENDER words of SENDER",
                        "nested", "SENDER nested of SENDER",
                        "enum", "SENDER size",
                        "class", "SENDER function",
                        "instance", "SENDER captured of SENDER")
                .entrySet()
                .stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertEquals(
                                e.getValue(),
                                received.fact(e.getKey()),
                                () -> e.getKey() + ": " + sent.fact(e.getKey()))));
    }

    @Test
    void no_class_of_the_receiver_is_initialised_by_reading_or_calling() {
        assertFalse(received.fact("initialised by reading").contains("RECEIVER"), received::toString);
        assertFalse(received.fact("initialised by calling").contains("RECEIVER"), received::toString);
        assertEquals(
                "RECEIVER Writer, RECEIVER Size",
                received.fact("initialised by us").replaceAll("SENDER \\w+, |null, ", ""));
    }

    @Test
    void no_static_field_of_the_receiver_is_changed() {
        assertEquals("[RECEIVER, words]", received.fact("own constant"));
        assertEquals("0", received.fact("own variable"));
        assertEquals("1", received.fact("own enum"));
    }
}
