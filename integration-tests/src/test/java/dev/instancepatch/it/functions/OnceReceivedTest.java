package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A received function is a function as any other: it can patch other objects, be captured, and travel on. */
class OnceReceivedTest {
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("place-method", "SQUAWK"),
            Map.entry("place-lambda", "ll!"),
            Map.entry("place-record", "r from a record!"),
            Map.entry("class-nested", "call 41"),
            Map.entry("class-record", "prebird"),
            Map.entry("class-enum-with-a-body", "bird quiet1"),
            Map.entry("class-anonymous-with-captures", "captured bird on oak1"),
            Map.entry("reference-bound", "bird on oak"),
            Map.entry("reference-bound-private", "bird secretly on elm"),
            Map.entry("instance-in-a-field", "bird sings in yew near nest in oak"),
            Map.entry("nested-calls-back-private", "back to s"),
            Map.entry("static-recursive-function", "120"),
            Map.entry("static-computed", "Oslo4"),
            Map.entry("captured-three-deep", "outer, outer, inner of bird"));

    private static FinishedJvm middle;
    private static FinishedJvm received;

    @BeforeAll
    static void send_on_and_on() {
        Trip next = Trip.begin();
        List<Object> arguments = new ArrayList<>(List.of(Sent.trip().folder(), next.folder()));
        arguments.addAll(EXPECTED.keySet());
        middle = ForkedJvm.withAgent("trust=all")
                .classPath(Fixtures.compile("functions-middle", Trip.shared(), Journey.harness()))
                .classPath(Trip.shared(), Journey.harness())
                .run("middle.Reusing", arguments.toArray())
                .expectSuccess();
        received = next.run(Trip.abroad("trust=all"), "receiver.Main");
    }

    @TestFactory
    Stream<DynamicTest> a_received_function_patches_another_object() {
        return said("again", "%s");
    }

    @TestFactory
    Stream<DynamicTest> a_received_function_is_captured_by_a_lambda_of_another_sender() {
        return said("captured", "captured %s");
    }

    @TestFactory
    Stream<DynamicTest> a_received_function_is_referred_to() {
        return said("referred", "%s");
    }

    @TestFactory
    Stream<DynamicTest> a_received_function_is_captured_by_a_class_of_another_sender() {
        return said("in-a-class", "<%s>");
    }

    @TestFactory
    Stream<DynamicTest> a_received_function_is_captured_by_what_a_lambda_captured() {
        return said("deep-captured", "deep %s");
    }

    private static Stream<DynamicTest> said(String how, String format) {
        return EXPECTED.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertEquals(
                                format.formatted(e.getValue()),
                                received.fact(how + " " + e.getKey()),
                                () -> e.getKey() + ": " + Sent.fact(e.getKey()) + ", "
                                        + middle.fact(how + " " + e.getKey()))));
    }
}
