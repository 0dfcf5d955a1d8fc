package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A function may use what its own package shows it, although the receiver defines it elsewhere. */
class InsidersTest {
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("has farm.Insider", "no"),
            Map.entry("package-private-method", "the farm's secret of tom"),
            Map.entry("protected-method", "guarded by tom"),
            Map.entry("package-private-static", "shared 7"),
            Map.entry("package-private-field", "hidden 17 17 18"),
            Map.entry("package-private-static-field", "counter true"),
            Map.entry("package-private-class", "inside tom made 3"),
            Map.entry("captured-package-private-object", "inside captured"),
            Map.entry("package-private-array", "inside ainside b2"),
            Map.entry("package-private-in-nested-lambda", "the farm's secret of tominside n"),
            Map.entry("package-private-method-reference", "the farm's secret of tom"),
            Map.entry("package-private-cast-and-instanceof", "inside o"),
            Map.entry("package-private-helper-parameter", "inside h5"),
            Map.entry("package-private-object-method", "string s"),
            Map.entry("package-private-catch", "caught t")));

    private static Journey journey;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        sent = journey.send("farm.Insider");
    }

    @TestFactory
    Stream<DynamicTest> a_function_uses_its_package_in_the_other_jvm() {
        return expected(journey.receive("receivers.Talkers"));
    }

    @TestFactory
    Stream<DynamicTest> a_function_uses_its_package_behind_a_jvm_in_the_middle() {
        return expected(journey.forward().receive("receivers.Talkers"));
    }

    private static Stream<DynamicTest> expected(FinishedJvm jvm) {
        return EXPECTED.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(), () -> assertEquals(e.getValue(), jvm.fact(e.getKey()), () -> sent.out())));
    }
}
