package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Functions written with each feature of the language, called in a JVM that lacks the class that wrote them. */
class LanguageTest {
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("constant", "SQUAWK"),
            Map.entry("self", "farm.Turkey"),
            Map.entry("null-result", "null"),
            Map.entry("static-initialiser", "from a static initialiser"),
            Map.entry("class-constant", "java.lang.String[I"),
            Map.entry("text-block", "two/lines"),
            Map.entry("large-constants", Long.MAX_VALUE + "/" + Double.MIN_VALUE + "/" + 1e30f),
            Map.entry("primitives", "true1234" + (5L << 40) + "6.57.5"),
            Map.entry("references", "textnull8"),
            Map.entry("collections", "[a, b]{k=9}3y"),
            Map.entry("captured-list-is-changed", "size 3"),
            Map.entry("jdk-enum", "BLOCKED"),
            Map.entry("jdk-value", "2025-02-28"),
            Map.entry("helper", "SQUAWK!"),
            Map.entry("recursive-helper", "fib 610"),
            Map.entry("mutual-helpers", "even truefalse"),
            Map.entry("overloaded-helpers", "intStringlong"),
            Map.entry("varargs-helper", "a-b-c"),
            Map.entry("generic-helper", "c"),
            Map.entry("helper-that-throws", "caught helper's"),
            Map.entry("helper-with-array", "[0, 1, 4, 9]"),
            Map.entry("helper-of-self", "a Turkey"),
            Map.entry("nested-lambda", "twice 42"),
            Map.entry("lambdas-in-lambdas", "omioTurkey"),
            Map.entry("lambda-in-helper", "a,bb,ccc"),
            Map.entry("method-reference-to-jdk", "AB"),
            Map.entry("method-reference-to-helper", "A!|B!"),
            Map.entry("constructor-reference", "[made]"),
            Map.entry("array-constructor-reference", "2"),
            Map.entry("bound-method-reference", "length 5"),
            Map.entry("streams", "{0=18, 1=22, 2=15}"),
            Map.entry("generics", "6"),
            Map.entry("comparator", "[ccc, bb, cc, a]"),
            Map.entry("concatenation", "a5c1.5nulltrueTurkey"),
            Map.entry("try-catch-finally", "caught, finally"),
            Map.entry("try-with-resources", "read r"),
            Map.entry("switch-on-string", "12?"),
            Map.entry("switch-expression", "five!"),
            Map.entry("loops", "sum 84"),
            Map.entry("instanceof-pattern", "itself"),
            Map.entry("synchronized", "locked true"),
            Map.entry("assertion", "no assertions"),
            Map.entry("exception", "java.io.IOException: thrown on purpose"),
            Map.entry("in-interface", "Interface"),
            Map.entry("in-enum", "enum ONE"),
            Map.entry("in-record", "record"),
            Map.entry("in-nested-class", "nested 3"),
            Map.entry("in-generic-class", "generic"),
            Map.entry("twin-left", "left"),
            Map.entry("twin-right", "right")));

    private static Journey journey;
    private static FinishedJvm sent;
    private static FinishedJvm received;

    @BeforeAll
    static void send_and_receive() {
        journey = Journey.begin();
        sent = journey.send("senders.Language");
        received = journey.receive("receivers.Language");
    }

    @Test
    void the_receiver_lacks_the_class_that_wrote_the_functions() {
        assertEquals("no", received.fact("has senders.Language"));
        assertEquals("hello", received.fact("unpatched"));
    }

    @TestFactory
    Stream<DynamicTest> a_function_means_the_same_in_the_other_jvm() {
        return expected(received);
    }

    @TestFactory
    Stream<DynamicTest> a_function_means_the_same_behind_a_jvm_that_never_called_it() {
        return expected(journey.forward().receive("receivers.Language"));
    }

    @TestFactory
    Stream<DynamicTest> a_function_means_the_same_behind_a_jvm_that_called_it() {
        Map<String, String> changed = Map.of("captured-list-is-changed", "size 4");
        FinishedJvm last = journey.forwardAfter("receivers.Language").receive("receivers.Language");
        return EXPECTED.entrySet().stream()
                .filter(e -> !e.getKey().equals("exception")) // its question has no answer that could be sent on
                .map(e -> fact(last, e.getKey(), changed.getOrDefault(e.getKey(), e.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> a_function_means_the_same_in_a_jvm_that_has_its_class_and_trusts_no_other_code() {
        FinishedJvm application = Journey.receiver()
                .classPath(Journey.senders())
                .run("receivers.Language", journey.folder())
                .expectSuccess();
        assertEquals("yes", application.fact("has senders.Language"));
        return expected(application);
    }

    private static Stream<DynamicTest> expected(FinishedJvm jvm) {
        return EXPECTED.entrySet().stream().map(e -> fact(jvm, e.getKey(), e.getValue()));
    }

    private static DynamicTest fact(FinishedJvm jvm, String name, String value) {
        return DynamicTest.dynamicTest(name, () -> assertEquals(value, jvm.fact(name), () -> sent.fact(name)));
    }

    @Test
    void characters_beyond_ascii_arrive() {
        assertEquals("Gänse \u20ac \ud83e\udd83 \0", received.fact("umlauts"));
    }

    @Test
    void a_stack_trace_shows_the_sender_s_file_and_line() {
        String said = received.fact("stack-trace");
        assertTrue(said.matches("line \\d+ of Language\\.java"), said);
        assertTrue(Integer.parseInt(said.split(" ")[1]) > 100, said);
    }

    @Test
    void an_assertion_is_on_where_the_receiver_has_assertions_on() {
        String said = Journey.receiver("trust=all")
                .jvmArgument("-ea")
                .run("receivers.Language", journey.folder())
                .expectSuccess()
                .fact("assertion");
        assertEquals("java.lang.AssertionError: five is not six", said);
    }
}
