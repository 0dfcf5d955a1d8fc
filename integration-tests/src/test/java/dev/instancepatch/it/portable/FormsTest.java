package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A portable function of any interface does in another JVM what it does in its own. */
class FormsTest {
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("function", "4"),
            Map.entry("bi-function", "abab"),
            Map.entry("supplier", "SUPPLIED!"),
            Map.entry("consumer", "[consumed]"),
            Map.entry("predicate", "true false"),
            Map.entry("unary-operator", "abab"),
            Map.entry("comparator", "[ccc, bb, a]"),
            Map.entry("runnable", "YES!"),
            Map.entry("callable", "java.io.IOException: called"),
            Map.entry("int-binary-operator", "42"),
            Map.entry("to-int-function", "2"),
            Map.entry("task", "TASK!"),
            Map.entry("jdk-enum-constant", "[a, bb, ccc]"),
            Map.entry("jdk-object", "[ccc, bb, a]"),
            Map.entry("jdk-lambda", "true"),
            Map.entry("jdk-lambda-around-an-own-one", "[ccc, bb, a]"),
            Map.entry("generic-interface", "first"),
            Map.entry("default-methods", "9.0"),
            Map.entry("bridges", "named a named b"),
            Map.entry("varargs-and-generic-exception", "6"),
            Map.entry("interface-for-its-package-only", "psst..."),
            Map.entry("interface-that-only-the-sender-has", "PRIVATE!"),
            Map.entry("default-method-that-only-the-sender-has", "2"),
            Map.entry("marker-interface", "marked a true"),
            Map.entry("own-private-static", "A!"),
            Map.entry("jdk-static", "42"),
            Map.entry("unbound", "a"),
            Map.entry("bound-to-a-jdk-object", "bound!"),
            Map.entry("bound-to-an-own-object", "open apples"),
            Map.entry("object-of-a-named-class", "a named open"),
            Map.entry("constructor", "abc"),
            Map.entry("own-constructor", "box of pears"),
            Map.entry("array-constructor", "4"),
            Map.entry("primitives", "12c10995116277761.52.5true"),
            Map.entry("state-that-changes", "5"),
            Map.entry("function-in-function", "42"),
            Map.entry("bare-lambda-in-function", "42"),
            Map.entry("lambda-made-when-called", "42"),
            Map.entry("null-captured", "xnull"),
            Map.entry("captures-itself-through-an-array", "120"),
            Map.entry("captures-itself-through-a-map", "120"),
            Map.entry("captures-its-object", "42 true true"),
            Map.entry("two-that-capture-each-other", "true false"),
            Map.entry("shared-in-a-list", "A! true b"),
            Map.entry("values-of-a-map", "A!"),
            Map.entry("wrapped-twice", "twice a"));

    private static Journey journey;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        sent = Luggage.sender(Luggage.senders())
                .run("portablesenders.Forms", journey.folder())
                .expectSuccess();
    }

    private static FinishedJvm receive(ForkedJvm kind, Journey journey) {
        return Luggage.receiver(kind).run("portablereceivers.Forms", journey.folder());
    }

    @TestFactory
    Stream<DynamicTest> it_is_called_where_nobody_has_the_class_that_wrote_it() {
        FinishedJvm received = receive(ForkedJvm.withAgent("trust=all"), journey);
        assertEquals("no", received.fact("has portablesenders.Forms"));
        return Luggage.expect(EXPECTED, received, sent);
    }

    /** A function that leads to itself, or is an object whose class travels, needs the agent to be read: README, Limits. */
    private static Map<String, String> withoutAgent() {
        Map<String, String> expected = new TreeMap<>(EXPECTED);
        expected.keySet()
                .removeIf(name -> name.startsWith("captures-itself") || name.equals("object-of-a-named-class"));
        return expected;
    }

    @TestFactory
    Stream<DynamicTest> it_is_called_where_there_is_the_runtime_and_no_agent() {
        return Luggage.expect(withoutAgent(), receive(WorkerJvm.withRuntime("all"), journey), sent);
    }

    @TestFactory
    Stream<DynamicTest> it_is_called_behind_a_jvm_in_the_middle() {
        Journey next = Journey.begin();
        FinishedJvm middle = ForkedJvm.withAgent("trust=all")
                .classPath(Luggage.shared(), Journey.farm(), Journey.harness())
                .run("harness.Forward", journey.folder(), next.folder())
                .expectSuccess();
        return Luggage.expect(EXPECTED, receive(ForkedJvm.withAgent("trust=all"), next), middle);
    }

    @TestFactory
    Stream<DynamicTest> it_is_called_behind_a_jvm_in_the_middle_that_has_no_agent() {
        Journey next = Journey.begin();
        FinishedJvm middle = WorkerJvm.withRuntime("all")
                .classPath(Luggage.shared(), Journey.farm(), Journey.harness())
                .run("harness.Forward", journey.folder(), next.folder())
                .expectSuccess();
        return Luggage.expect(withoutAgent(), receive(ForkedJvm.withAgent("trust=all"), next), middle);
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_that_has_the_class_needs_to_trust_nobody() {
        ForkedJvm same = ForkedJvm.withAgent("trust=local").classPath(Luggage.senders());
        return Luggage.expect(EXPECTED, receive(same, journey), sent);
    }
}
