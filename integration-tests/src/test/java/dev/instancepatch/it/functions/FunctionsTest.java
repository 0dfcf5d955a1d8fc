package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Jdks;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Functions of every source, that use whatever the language has, say in other JVMs what they say in the one that wrote them. The
 * cases are those of the fixture {@code functions-sender}.
 */
class FunctionsTest {
    private static final String CITY = "-Dfunctions.city=";

    /** What serialization changes, at home too. */
    private static final Map<String, String> READ = Map.of(
            "class-with-data-of-its-own", "read with a nest in oak",
            "class-with-readResolve", "resolved",
            "class-with-writeReplace", "replaced",
            "class-externalizable", "read",
            "class-with-a-transient-field", "nest in oak, null",
            "unnamed-with-a-superclass-that-is-not-serializable", "h, made anew, set by the constructor");

    /** What a call changes in the values that the function captured. */
    private static final Map<String, String> CALLED = Map.ofEntries(
            Map.entry("captured-one-function-for-two-objects", "bird3 / bird4"),
            Map.entry("class-anonymous-with-captures", "captured bird on oak2"),
            Map.entry("class-nested", "call 42"),
            Map.entry("class-of-every-kind", "<hello you>, 106, 44"),
            Map.entry("insider-anonymous-class", "secret of bird11"),
            Map.entry("insider-nested-class", "secret of bird, guarded by bird, counted 89"),
            Map.entry("reference-around-and-intercept", "HELLO YOU, 12, hushhush"),
            Map.entry("reference-parameters", "greeted you, 42, quietly hushquietly hush"),
            Map.entry("class-that-captured-a-function-class", "call 4, call 5"),
            Map.entry("shared-captured-function", "call 3 / again call 4"),
            Map.entry("shared-jdk-object", "one 12 / two 22"),
            Map.entry("unnamed-callable", "43"),
            Map.entry("unnamed-list", "[tit!, owl!, owl!]"));

    private static Map<String, String> expected;

    @BeforeAll
    static void ask_at_home() {
        FinishedJvm home = Sent.home().run("sender.Main", "at-home").expectSuccess();
        expected = new HashMap<>();
        home.out().lines().forEach(line -> {
            String[] fact = line.split(": ", 2);
            expected.put(fact[0], fact[1]);
        });
        expected.putAll(READ);
    }

    @Test
    void no_case_fails_at_home_but_those_that_say_so() {
        assertTrue(expected.size() > 300, () -> "only " + expected.size());
        expected.forEach((name, said) -> assertEquals(
                name.endsWith("thrown-out"),
                said.contains("Exception") && said.contains(": "),
                () -> name + ": " + said));
    }

    @TestFactory
    Stream<DynamicTest> a_function_means_the_same_where_nobody_has_its_code() {
        FinishedJvm received = Sent.trip().run(Trip.abroad("trust=all").jvmArgument(CITY + "Rome"), "receiver.Main");
        assertEquals("no", received.fact("has sender.Main"));
        assertEquals("no", received.fact("has sender.Nest"));
        return same(received, Map.of());
    }

    @TestFactory
    Stream<DynamicTest> a_function_means_the_same_behind_a_jvm_that_never_called_it() {
        return same(
                Sent.forwarded().run(Trip.abroad("trust=all").jvmArgument(CITY + "Rome"), "receiver.Main"), Map.of());
    }

    @TestFactory
    Stream<DynamicTest> a_function_means_the_same_behind_a_jvm_that_called_it() {
        Trip next = Trip.begin();
        Trip.abroad("trust=all")
                .run("receiver.Main", Sent.trip().folder(), next.folder())
                .expectSuccess();
        return same(next.run(Trip.abroad("trust=all").jvmArgument(CITY + "Rome"), "receiver.Main"), CALLED);
    }

    @TestFactory
    Stream<DynamicTest> a_function_means_the_same_in_a_jvm_that_has_its_code_and_trusts_no_other() {
        FinishedJvm own = Sent.trip()
                .run(Trip.abroad("trust=local").classPath(Trip.sender()).jvmArgument(CITY + "Oslo"), "receiver.Main");
        assertEquals("yes", own.fact("has sender.Main"));
        return same(own, Map.of());
    }

    @TestFactory
    Stream<DynamicTest> a_function_means_the_same_on_another_jdk() {
        return Jdks.all().stream()
                .skip(1)
                .flatMap(jdk -> same(
                        Sent.trip().run(Trip.abroad("trust=all").jdk(jdk).jvmArgument(CITY + "Rome"), "receiver.Main"),
                        Map.of()));
    }

    @TestFactory
    Stream<DynamicTest> an_assertion_is_on_where_the_receiver_has_assertions_on() {
        FinishedJvm received = Sent.trip().run(Trip.abroad("trust=all").jvmArgument("-ea"), "receiver.Main");
        return Map.of(
                        "assertion-in-a-lambda", "in a lambda",
                        "assertion-in-a-helper", "in a helper",
                        "assertion-in-a-nested-class", "in a nested class",
                        "assertion-in-a-captured-instance", "in a nested class")
                .entrySet()
                .stream()
                .map(e -> said(received, e.getKey(), "java.lang.AssertionError: " + e.getValue()));
    }

    private static Stream<DynamicTest> same(FinishedJvm jvm, Map<String, String> changed) {
        return expected.keySet().stream()
                .sorted()
                .map(name -> said(jvm, name, changed.getOrDefault(name, expected.get(name))));
    }

    private static DynamicTest said(FinishedJvm jvm, String name, String said) {
        return DynamicTest.dynamicTest(name, () -> {
            assertTrue(Sent.fact(name).matches("\\d+"), () -> name + " was not written: " + Sent.fact(name));
            assertEquals(said, jvm.fact(name), name);
        });
    }
}
