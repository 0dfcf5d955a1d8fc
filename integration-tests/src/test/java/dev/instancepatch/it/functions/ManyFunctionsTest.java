package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten thousand functions of which no two are the same, each with a class of its own beside it, come and go. */
class ManyFunctionsTest {
    private static final int CLASSES = 200;
    private static final int FUNCTIONS = 50;
    private static final int LATER = CLASSES * FUNCTIONS - 1_000; // the receiver takes its measure after a thousand

    private static FinishedJvm received;

    @BeforeAll
    static void send() {
        Sources sources = Sources.of("acme.Many0", source(0));
        for (int i = 1; i < CLASSES; i++) {
            sources.and("acme.Many" + i, source(i));
        }
        Path file = Trip.begin().folder().resolve("functions");
        ForkedJvm.withAgent()
                .classPath(Fixtures.compile("functions-writing", Trip.shared(), Journey.harness()))
                .classPath(sources.compile(Trip.shared()), Trip.shared(), Journey.harness())
                .run("writing.Flood", file, CLASSES, FUNCTIONS)
                .expectSuccess();
        received = Trip.abroad("trust=all").run("receiver.Flood", file).expectSuccess();
    }

    private static String source(int number) {
        StringBuilder cases = new StringBuilder();
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < FUNCTIONS; i++) {
            int n = number * FUNCTIONS + i;
            cases.append("case %d: return self -> new Part%d().say(%d);\n".formatted(i, i, n));
            nested.append(
                    "static final class Part%d { String say(int n) { return \"function \" + n; } }\n".formatted(i));
        }
        return """
                package acme;
                import dev.instancepatch.Replacement0;
                import shared.Bird;
                public final class Many%d {
                    public static Replacement0<Bird, String> function(int n) {
                        switch (n) {
                            %s
                            default: throw new IllegalArgumentException();
                        }
                    }
                    %s
                }
                """.formatted(number, cases, nested);
    }

    @Test
    void each_does_what_it_was_written_for() {
        assertEquals(String.valueOf(CLASSES * FUNCTIONS), received.fact("count"));
        assertEquals("0", received.fact("wrong"));
    }

    @Test
    void their_classes_are_unloaded() {
        long unloaded = Long.parseLong(received.fact("unloaded"));
        assertTrue(unloaded >= 2 * LATER, received::toString); // the function's class, and the one beside it
    }

    @Test
    void what_remains_does_not_grow() {
        assertTrue(Long.parseLong(received.fact("more classes")) < 200, received::toString);
        assertTrue(Long.parseLong(received.fact("more metaspace")) < 2_000_000, received::toString);
    }
}
