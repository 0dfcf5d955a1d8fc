package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Method references of every form travel as lambdas do. */
class ReferencesTest {
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("own-private-static", "SQUAWK!!"),
            Map.entry("unbound-virtual", "true"),
            Map.entry("inherited-virtual", "rex barks"),
            Map.entry("superclass-virtual", "rex barks"),
            Map.entry("jdk-static", "true"),
            Map.entry("bound-object", "on oak"),
            Map.entry("constructor", "made for crow"),
            Map.entry("with-parameters", "tom greets you, 42, quietly hush"),
            Map.entry("around", "HELLO YOU"),
            Map.entry("package-private-of-the-farm", "the farm's secret of tom")));

    private static Journey journey;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        sent = journey.send("senders.References");
    }

    @TestFactory
    Stream<DynamicTest> a_method_reference_arrives_where_nobody_has_the_class_that_wrote_it() {
        FinishedJvm received = journey.receive("receivers.References");
        assertEquals("no", received.fact("has senders.References"));
        return expected(received);
    }

    @TestFactory
    Stream<DynamicTest> a_method_reference_arrives_behind_a_jvm_in_the_middle() {
        return expected(journey.forward().receive("receivers.References"));
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_that_has_the_class_that_wrote_it_needs_to_trust_nobody() {
        return expected(Journey.receiver("trust=local")
                .classPath(Journey.senders())
                .run("receivers.References", journey.folder())
                .expectSuccess());
    }

    private static Stream<DynamicTest> expected(FinishedJvm jvm) {
        return EXPECTED.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertEquals(e.getValue(), jvm.fact(e.getKey()), () -> sent.fact(e.getKey()))));
    }
}
