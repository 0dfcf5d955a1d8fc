package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The first program that anyone writes: the lambda is written in the class whose object it patches. */
class OneFileTest {
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("constant", "SQUAWK"),
            Map.entry("private-field", "eggs 5"),
            Map.entry("private-method", "secret 3"),
            Map.entry("package-private", "tweetyneighbour tweety"),
            Map.entry("static-helper", "helped 3helped 3"),
            Map.entry("static-field", "hatched 7"),
            Map.entry("around", "hello3"),
            Map.entry("intercept", "hellohelped 3"),
            Map.entry("nested", "twigs 5"),
            Map.entry("unpatched", "hellonest")));

    private static Journey journey;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        sent = run(ForkedJvm.withAgent(), "write", journey.folder());
    }

    private static FinishedJvm run(ForkedJvm jvm, Object... arguments) {
        return jvm.classPath(Fixtures.compile("one-file"))
                .run("onefile.Bird", arguments)
                .expectSuccess();
    }

    @TestFactory
    Stream<DynamicTest> it_works_in_one_jvm() {
        return expected(run(ForkedJvm.withAgent(), "here"));
    }

    @TestFactory
    Stream<DynamicTest> it_travels_to_a_jvm_that_trusts_all() {
        return expected(run(ForkedJvm.withAgent("trust=all"), "read", journey.folder()));
    }

    @TestFactory
    Stream<DynamicTest> it_travels_to_the_same_program_by_default() {
        return expected(run(ForkedJvm.withAgent(), "read", journey.folder()));
    }

    @TestFactory
    Stream<DynamicTest> it_is_relayed() {
        Journey next = Journey.begin();
        run(ForkedJvm.withAgent("trust=all"), "relay", journey.folder(), next.folder());
        return expected(run(ForkedJvm.withAgent("trust=all"), "read", next.folder()));
    }

    private static Stream<DynamicTest> expected(FinishedJvm jvm) {
        return EXPECTED.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(), () -> assertEquals(e.getValue(), jvm.fact(e.getKey()), () -> sent.out())));
    }
}
