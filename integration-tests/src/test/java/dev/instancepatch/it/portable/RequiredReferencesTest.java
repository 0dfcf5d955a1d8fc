package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A function that needs what the receiver's libraries do not have is refused when it is read, and not when it is called. */
class RequiredReferencesTest {
    private static Journey journey;
    private static FinishedJvm older;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        Path library = Fixtures.compile("tool-new");
        Path senders = Fixtures.compile("tool-senders", library, Luggage.shared(), Journey.harness());
        Luggage.sender(senders)
                .classPath(library)
                .run("toolsenders.Uses", journey.folder())
                .expectSuccess();
        older = receive(Fixtures.compile("tool-old"));
    }

    private static FinishedJvm receive(Path library) {
        return Luggage.receiver(ForkedJvm.withAgent("trust=all"))
                .classPath(library)
                .run("portablereceivers.Tools", journey.folder())
                .expectSuccess();
    }

    private static DynamicTest refused(String name, String... parts) {
        return DynamicTest.dynamicTest(name, () -> {
            String said = older.fact(name);
            assertTrue(said.startsWith("dev.instancepatch.RefusedPatchException: [cannot-link] "), said);
            assertTrue(said.contains("toolsenders.Uses"), () -> "who needs it is missing in: " + said);
            for (String part : parts) {
                assertTrue(said.contains(part), () -> "\"" + part + "\" is missing in: " + said);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_missing_and_who_needs_it_are_named() {
        return Stream.of(
                refused("class", "lib.Extra"),
                refused("static-method", "lib.Tool", "twice"),
                refused("method-reference", "lib.Tool", "twice"),
                refused("field", "lib.Tool", "end"),
                refused("constructor", "lib.Tool"),
                refused("signature", "lib.Tool", "use"),
                refused("in-a-helper", "lib.Tool", "twice"),
                refused("in-a-nested-lambda", "lib.Extra"));
    }

    @Test
    void what_the_older_library_has_is_enough_for_a_function_that_needs_no_more() {
        assertEquals("a", older.fact("nothing-new"));
    }

    @TestFactory
    Stream<DynamicTest> where_the_library_is_as_new_as_the_sender_s_all_of_them_run() {
        return WorkerPromises.expect(
                receive(Fixtures.compile("tool-new")),
                Map.of(
                        "class", "more a",
                        "static-method", "aa",
                        "method-reference", "aa",
                        "field", "a!",
                        "constructor", "true",
                        "signature", "xx",
                        "in-a-helper", "aa",
                        "in-a-nested-lambda", "still a"));
    }

    @Test
    void a_library_that_is_missing_altogether_is_named() {
        FinishedJvm without = Luggage.receiver(ForkedJvm.withAgent("trust=all"))
                .run("portablereceivers.Tools", journey.folder())
                .expectSuccess();
        String said = without.fact("static-method");
        assertTrue(said.startsWith("dev.instancepatch.RefusedPatchException: [cannot-link] "), said);
        assertTrue(said.contains("lib.Tool"), said);
    }
}
