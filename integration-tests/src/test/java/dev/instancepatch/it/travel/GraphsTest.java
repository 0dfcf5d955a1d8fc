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

/** Patched objects among others come out of a stream as they went in. */
class GraphsTest {
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("default-fields", "patched tom said, other hello from talker"),
            Map.entry("custom", "patched 6 extra"),
            Map.entry("greedy", "patched 18"),
            Map.entry("put-fields", "patched 4 label"),
            Map.entry("resolving", "patched 1"),
            Map.entry("own-method-of-subclass", "patched rex 3; rex barks"),
            Map.entry("inherited-from-serializable", "patched bark of rex; puppy of 2 months, rex: 4 legs, no noise"),
            Map.entry(
                    "inherited-from-not-serializable",
                    "patched noise; patched kind; puppy of 2 months, dog: patched noise"),
            Map.entry("dog", "patched dog"),
            Map.entry("both-levels", "<puppy of 2 months, dog: woof>; no"),
            Map.entry(
                    "dog-and-puppy",
                    "patched dog; patched puppy; dog: 4 legs, no noise; puppy of 2 months, dog: 4 legs, no noise;"
                            + " patched puppy; patched dog; truetrue"),
            Map.entry("shared-reference", "patchedtruetrue"),
            Map.entry("cycle", "patched a, next patched btrue"),
            Map.entry("self-cycle", "patched true"),
            Map.entry(
                    "unpatched-next-to-patched", "[beforefalse, patchedtrue, afterfalse, beforefalse, lastfalse]true"),
            Map.entry("collections", "[patched a, b, patched a, patched a, patched a, patched a] of 2"),
            Map.entry("deep-chain", "100 of 200"),
            Map.entry("three-patches", "one, two x, 42, 3"),
            Map.entry("twelve-patches", "1234789.0truez125 12"),
            Map.entry("after-reset", "patched, patched, a, patched anew"),
            Map.entry("captures-itself", "same true a"),
            Map.entry("captures-a-list-of-itself", "same true"),
            Map.entry("captures-its-holder", "held true"),
            Map.entry("captures-another-patched-object", "patched a, patched b"),
            Map.entry("two-capture-each-other", "a knows btrue, b knows atrue"),
            Map.entry("two-share-a-captured-object", "count 1, count 11, count 12, {n=12}"),
            Map.entry("one-lambda-captures-each-object", "n0truen1truen2true"),
            Map.entry("a-patched-object-in-its-own-patch-s-capture-chain", "a via b true, b via a a via b true"),
            Map.entry("all-kinds-at-once", "a123.0null[x]patched other"),
            Map.entry("one-of-one", "SQUAWK"),
            Map.entry("one-of-a-thousand", "1000 say [SQUAWK] with 1 class of 1 loader")));

    private static Journey journey;
    private static FinishedJvm sent;
    private static FinishedJvm received;

    @BeforeAll
    static void send_and_receive() {
        journey = Journey.begin();
        sent = journey.send("senders.Graphs");
        received = journey.receive("receivers.Graphs");
    }

    @Test
    void the_receiver_lacks_the_class_that_wrote_the_functions() {
        assertEquals("no", received.fact("has senders.Graphs"));
    }

    @TestFactory
    Stream<DynamicTest> a_graph_arrives_with_its_patches() {
        return expected(received);
    }

    @TestFactory
    Stream<DynamicTest> a_graph_arrives_behind_a_jvm_that_never_called_it() {
        FinishedJvm last = journey.forward().receive("receivers.Graphs");
        return expected(last).filter(t -> !t.getDisplayName().equals("resolving")) // resolved once more on the way
        ;
    }

    private static Stream<DynamicTest> expected(FinishedJvm jvm) {
        return EXPECTED.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertEquals(e.getValue(), jvm.fact(e.getKey()), () -> sent.fact(e.getKey()))));
    }

    @Test
    void an_object_that_shares_its_function_adds_eleven_bytes() {
        int one = Integer.parseInt(sent.fact("one-of-one"));
        int thousand = Integer.parseInt(sent.fact("one-of-a-thousand"));
        int plainOne = Integer.parseInt(sent.fact("unpatched-one"));
        int plainThousand = Integer.parseInt(sent.fact("unpatched-thousand"));
        int each = (thousand - one) / 999;
        System.out.println("Bytes an extra object: " + each + " patched, " + (plainThousand - plainOne) / 999 + " not");
        assertTrue(each <= 11, "an extra patched object takes " + each + " bytes");
    }
}
