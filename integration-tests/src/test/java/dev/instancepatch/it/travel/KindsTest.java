package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of object that a stream treats in a way of its own arrives with its patches. */
public class KindsTest {
    /** What each kind says in a JVM that takes its patches. */
    public static final Map<String, String> PATCHED = new TreeMap<>(Map.ofEntries(
            Map.entry("record", "patched 5brown[straw], egg 6 white, true"),
            Map.entry("record-captures-itself", "same true"),
            Map.entry("record-in-a-patched-one", "patched out, patched in"),
            Map.entry("thousand-records", "patched 0, patched 999"),
            Map.entry("record-and-its-holder", "held 1true"),
            Map.entry("external", "patched 3content, parcelled 0, after"),
            Map.entry("external-captures-its-holder", "held true"),
            Map.entry("external-in-a-patched-one", "patched out, patched in"),
            Map.entry("hungry", "patched [a, b], after"),
            Map.entry("replaced", "patched tom, cached tim, true"),
            Map.entry("replaced-captures-itself", "same true"),
            Map.entry("replaced-with-a-patched-friend", "patched, patched friend"),
            Map.entry("replaced-knows-a-record", "patched egg, patched tom"),
            Map.entry("proxy", "patched handled bye, handled hi, true"),
            Map.entry("proxy-captures-itself", "same true"),
            Map.entry("enum", "[patched RED, patched body GREEN, patched RED], true"),
            Map.entry("enum-behind-its-own-capture", "held true, {RED=in a map}"),
            Map.entry("array-list", "42 a"),
            Map.entry("hash-map", "got z 1"),
            Map.entry("local-date", "1 1 2026"),
            Map.entry("list-of", "42 c"),
            Map.entry("as-list", "42 b")));

    /** What a JVM without the agent reads of the same streams. */
    public static final Map<String, String> UNPATCHED = new TreeMap<>(Map.ofEntries(
            Map.entry("record", "egg 5 brown, egg 6 white, true"),
            Map.entry("record-captures-itself", "egg 5 brown"),
            Map.entry("record-in-a-patched-one", "egg 2 out"),
            Map.entry("thousand-records", "egg 0 x, egg 999 x"),
            Map.entry("record-and-its-holder", "egg 5 brown"),
            Map.entry("external", "parcelled 3, parcelled 0, after"),
            Map.entry("external-captures-its-holder", "parcelled 0"),
            Map.entry("external-in-a-patched-one", "parcelled 0"),
            Map.entry("replaced", "cached tom, cached tim, true"),
            Map.entry("replaced-captures-itself", "cached tom"),
            Map.entry("replaced-with-a-patched-friend", "cached tom"),
            Map.entry("replaced-knows-a-record", "egg 1 x"),
            Map.entry("proxy", "handled hi, handled hi, true"),
            Map.entry("proxy-captures-itself", "handled hi"),
            Map.entry("enum", "[red, fresh green, red], true"),
            Map.entry("enum-behind-its-own-capture", "red, {RED=in a map}"),
            Map.entry("array-list", "1 a"),
            Map.entry("hash-map", "null 1"),
            Map.entry("local-date", "2026 1 2026"),
            Map.entry("list-of", "3 c"),
            Map.entry("as-list", "2 b")));

    private static Journey journey;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        sent = sender("enums=carry").run("senders.Kinds", journey.folder()).expectSuccess();
    }

    private static ForkedJvm sender(String options) {
        return ForkedJvm.withAgent(options).classPath(Journey.senders(), Journey.farm(), Journey.harness());
    }

    @TestFactory
    Stream<DynamicTest> each_kind_arrives_patched() {
        FinishedJvm received = Journey.receiver("trust=all,enums=carry")
                .run("receivers.Kinds", journey.folder())
                .expectSuccess();
        assertEquals("no", received.fact("has senders.Kinds"));
        return expected(PATCHED, received);
    }

    @TestFactory
    Stream<DynamicTest> each_kind_arrives_patched_behind_a_jvm_that_never_called_it() {
        Journey next = Journey.begin();
        ForkedJvm.withAgent("trust=all,enums=carry")
                .classPath(Journey.farm(), Journey.harness())
                .run("harness.Forward", journey.folder(), next.folder())
                .expectSuccess();
        FinishedJvm received = Journey.receiver("trust=all,enums=carry")
                .run("receivers.Kinds", next.folder())
                .expectSuccess();
        return expected(PATCHED, received);
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_without_the_agent_reads_each_kind_unpatched() {
        FinishedJvm received =
                Journey.plainReceiver().run("receivers.Kinds", journey.folder()).expectSuccess();
        return expected(UNPATCHED, received);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record-behind-its-own-capture", "replaced-behind-its-own-capture"})
    void a_capture_that_leads_back_to_what_a_reader_has_not_yet_is_refused(String name) {
        String said = sent.fact(name);
        assertTrue(said.contains("[not-carried]") && said.contains("leads back to it"), said);
    }

    private static Stream<DynamicTest> expected(Map<String, String> answers, FinishedJvm jvm) {
        return answers.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertEquals(e.getValue(), jvm.fact(e.getKey()), () -> sent.fact(e.getKey()))));
    }
}
