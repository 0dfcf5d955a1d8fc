package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A portable function runs as its receiver's own code, or because it is trusted, or not at all. */
class TrustedFunctionsTest {
    private static final String REFUSED = "dev.instancepatch.RefusedPatchException: [code-not-trusted] ";

    private static Journey journey;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        Luggage.sender(Luggage.senders())
                .run("portablesenders.Versions", journey.folder())
                .expectSuccess();
    }

    private static FinishedJvm receive(ForkedJvm kind) {
        return Luggage.receiver(kind.jvmArgument("-Xlog:class+load:stdout"))
                .run("portablereceivers.Versions", journey.folder())
                .expectSuccess();
    }

    private static Path changed() {
        return Fixtures.compile("portable-senders-changed", Luggage.shared(), Journey.farm(), Journey.harness());
    }

    private static void assertRefused(FinishedJvm received) {
        String said = received.fact("versioned");
        assertTrue(said.startsWith(REFUSED), said);
        for (String part : List.of("sha256:", "portablesenders.Versions", "nothing was defined or run")) {
            assertTrue(said.contains(part), () -> "\"" + part + "\" is missing in: " + said);
        }
        assertTrue(received.out().contains("shared.Fn source:"), "the log shows classes that are loaded");
    }

    @Test
    void by_default_foreign_code_is_refused_and_nothing_of_it_is_defined_or_read() {
        FinishedJvm received = receive(ForkedJvm.withAgent());
        assertRefused(received);
        assertTrue(received.fact("canary").startsWith(REFUSED), received::toString);
        assertFalse(received.out().contains("portablesenders.Versions source:"), received::out);
        assertFalse(received.out().contains("farm.Loud source:"), received::out);
        assertFalse(received.out().contains("a captured value was read"), received::out);
    }

    @Test
    void without_an_agent_too_foreign_code_is_refused_by_default() {
        assertRefused(receive(WorkerJvm.withRuntime("local")));
    }

    @Test
    void trust_all_runs_it_and_the_canary_can_be_seen() {
        FinishedJvm received = receive(ForkedJvm.withAgent("trust=all"));
        assertEquals("first a, received", received.fact("versioned"));
        assertTrue(received.out().contains("canary: ran true"), received::out);
        assertTrue(received.out().contains("portablesenders.Versions source:"), received::out);
        assertTrue(received.out().contains("a captured value was read"), received::out);
    }

    @Test
    void who_has_the_class_runs_its_own_code_and_needs_no_trust() {
        FinishedJvm received = receive(ForkedJvm.withAgent("trust=local").classPath(Luggage.senders()));
        assertEquals("first a, own", received.fact("versioned"));
    }

    @Test
    void who_has_another_version_of_the_class_refuses_by_default() {
        assertRefused(receive(ForkedJvm.withAgent("trust=local").classPath(changed())));
    }

    @Test
    void who_has_another_version_and_trusts_runs_the_sender_s() {
        FinishedJvm received = receive(ForkedJvm.withAgent("trust=all").classPath(changed()));
        assertEquals("first a, received", received.fact("versioned"));
    }
}
