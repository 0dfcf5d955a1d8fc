package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two functions that look alike change places between versions of the class that wrote them: names, numbers and types stay, and
 * PAY must never run REFUND. The cases are those of {@code versions/Swapped.java}.
 */
class SwappedTest {
    private static Path same;
    private static Path swapped;
    private static Trip trip;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        String source = Versions.source("Swapped");
        same = Versions.compile(source);
        swapped = Versions.compile(
                source.replace("ONE", "THREE").replace("TWO", "ONE").replace("THREE", "TWO"));
        trip = Trip.begin();
        sent = Versions.send(same, trip);
    }

    private static Stream<String> names() {
        return Versions.source("Swapped")
                .lines()
                .filter(line -> line.contains("put(\""))
                .map(line -> line.split("\"")[1]);
    }

    @TestFactory
    Stream<DynamicTest> the_same_version_runs_its_own() {
        return right(trip.run(Trip.abroad("trust=local").classPath(same), "receiver.Origins"));
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_without_any_version_runs_what_was_sent() {
        return right(trip.run(Trip.abroad("trust=all"), "receiver.Origins"));
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_with_the_other_version_that_trusts_all_runs_what_was_sent() {
        return right(trip.run(Trip.abroad("trust=all").classPath(swapped), "receiver.Origins"));
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_with_the_other_version_that_trusts_nobody_runs_its_own_twin_or_none() {
        FinishedJvm other = trip.run(Trip.abroad("trust=local").classPath(swapped), "receiver.Origins");
        return names().map(name -> DynamicTest.dynamicTest(name, () -> {
            String said = other.fact(name);
            assertTrue(
                    said.equals(answer(name))
                            || said.startsWith("dev.instancepatch.RefusedPatchException: [code-not-trusted] "),
                    () -> name + ": " + said + "; sent: " + sent.fact(name));
        }));
    }

    private static Stream<DynamicTest> right(FinishedJvm jvm) {
        return names().map(name -> DynamicTest.dynamicTest(
                name, () -> assertEquals(answer(name), jvm.fact(name), () -> name + ": " + sent.fact(name))));
    }

    private static String answer(String name) {
        return name.split(" ")[1] + " bird";
    }
}
