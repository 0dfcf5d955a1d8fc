package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Functions that come back to where they were written are the application's own again. */
class HomecomingTest {
    @TestFactory
    Stream<DynamicTest> what_comes_home_is_of_the_application_s_own_classes() {
        return Stream.of("trust=local", "trust=all").flatMap(trust -> {
            FinishedJvm home = Sent.forwarded().run(Trip.home(trust), "sender.Home");
            return Stream.of("function", "function's class", "given")
                    .map(name -> DynamicTest.dynamicTest(
                            trust + ": " + name, () -> assertEquals("true", home.fact(name), trust + ": " + name)));
        });
    }

    @TestFactory
    Stream<DynamicTest> what_comes_home_is_own_code() {
        FinishedJvm home = Sent.forwarded().run(Trip.abroad("trust=all").classPath(Trip.sender()), "receiver.Origins");
        return Stream.of(
                        "place-method",
                        "place-lambda-in-lambda-in-lambda",
                        "place-interface-default",
                        "class-anonymous",
                        "class-nested",
                        "class-top-level",
                        "class-enum-with-a-body",
                        "class-record",
                        "reference-bound",
                        "reference-captured-own-constructor",
                        "captured-three-deep",
                        "instance",
                        "unnamed-supplier",
                        "unnamed-in-a-map",
                        "shared-class",
                        "nested-calls-back-private",
                        "helper-mutually-recursive-across-classes",
                        "enum-captured",
                        "switch-own-enum",
                        "static-recursive-function",
                        "insider-nested-class")
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertEquals(
                                "OWN_CODE", home.fact("origin " + name), () -> name + ": " + Sent.fact(name))));
    }
}
