package dev.instancepatch.it.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What cannot travel stops the write; with {@code uncarried=drop} it stays behind, alone, and is logged. */
class UncarriedTest {
    private static final Map<String, String> WITHOUT = Map.of(
            "enum", "red, after",
            "capture", "hello, after",
            "deep-capture", "hello, after",
            "captured-this", "hello",
            "one-of-two", "hello from talker, patched you",
            "thousand", "1000 [hello]",
            "own-descriptors", "hello",
            "protocol-1", "external, after");

    private static Journey journey;
    private static FinishedJvm dropping;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        dropping = sender("uncarried=drop")
                .run("senders.Leftovers", journey.folder())
                .expectSuccess();
    }

    private static ForkedJvm sender(String options) {
        return ForkedJvm.withAgent(options).classPath(Journey.senders(), Journey.farm(), Journey.harness());
    }

    @TestFactory
    Stream<DynamicTest> the_object_arrives_without_the_patch_that_cannot_travel() {
        FinishedJvm received = Journey.receiver("trust=all")
                .run("receivers.Leftovers", journey.folder())
                .expectSuccess();
        return WITHOUT.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(), () -> assertEquals(e.getValue(), received.fact(e.getKey()), dropping::toString)));
    }

    @Test
    void a_stream_with_descriptors_of_its_own_writes_the_bytes_of_an_unpatched_object() {
        assertEquals("true", dropping.fact("own descriptors, as if unpatched"));
    }

    @Test
    void each_loss_is_logged_once_with_the_refusal_s_own_words() {
        String said = dropping.err();
        assertEquals(1, count(said, "farm.Colour cannot travel"), said);
        assertEquals(1, count(said, "writes class descriptors of its own"), said);
        assertEquals(1, count(said, "protocol version 1"), said);
        assertTrue(said.contains("uncarried=drop: the object was written without these patches. [not-carried]"), said);
        assertTrue(said.contains("[not-capturable]"), said);
        assertTrue(said.contains("farm.Turkey") && said.contains("not Serializable"), said);
        assertFalse(said.contains("[malformed"), said);
    }

    @Test
    void a_thousand_losses_of_one_sort_are_one_warning() {
        long warnings =
                dropping.err().lines().filter(l -> l.startsWith("WARNING:")).count();
        assertTrue(warnings < 12, dropping.err());
    }

    @Test
    void without_the_option_each_is_refused_and_nothing_else_is() {
        Journey refused = Journey.begin();
        FinishedJvm jvm = sender("uncarried=fail").run("senders.Leftovers", refused.folder());
        for (String name :
                new String[] {"enum", "capture", "deep-capture", "captured-this", "one-of-two", "thousand"}) {
            assertTrue(jvm.fact(name).startsWith("dev.instancepatch.PatchException: [not-"), jvm.fact(name));
            assertFalse(Files.exists(refused.folder().resolve(name)));
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
