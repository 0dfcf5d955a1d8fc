package dev.instancepatch.it.trust;

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

/** Received code runs only where it is trusted; by default that is this JVM's own. */
class TrustTest {
    private static final String REFUSED = "dev.instancepatch.RefusedPatchException: [code-not-trusted] ";

    private static Journey article;
    private static Journey canary;

    @BeforeAll
    static void send() {
        article = Journey.begin();
        article.send("senders.Article");
        canary = Journey.begin();
        canary.send("senders.Canary");
    }

    private static Path version(String fixture) {
        return Fixtures.compile(fixture, Journey.farm(), Journey.harness());
    }

    private static FinishedJvm readArticle(ForkedJvm receiver) {
        return receiver.run("receivers.Language", article.folder()).expectSuccess();
    }

    @Test
    void the_default_refuses_and_says_what_and_what_to_do() {
        String said = readArticle(Journey.receiver()).fact("article");
        assertTrue(said.startsWith(REFUSED), said);
        for (String part : List.of(
                "sha256:", "senders.Article", "1 class", "farm.Turkey.hi", "nothing was defined or run", "trust=all")) {
            assertTrue(said.contains(part), () -> "\"" + part + "\" is missing in: " + said);
        }
    }

    @Test
    void local_is_the_default_by_name() {
        assertTrue(readArticle(Journey.receiver("trust=local")).fact("article").startsWith(REFUSED));
    }

    @Test
    void the_default_defines_runs_and_reads_nothing_of_a_refused_patch() {
        FinishedJvm received = Journey.receiver()
                .jvmArgument("-Xlog:class+load:stdout")
                .run("receivers.Language", canary.folder())
                .expectSuccess();
        assertTrue(received.fact("canary-blob").startsWith(REFUSED), received::toString);
        assertTrue(received.out().contains("farm.Turkey source:"), "the log shows classes that are loaded");
        assertFalse(received.out().contains("senders.Canary source:"), received::out);
        assertFalse(received.out().contains("farm.Loud source:"), received::out);
        assertFalse(received.out().contains("canary: "), received::out);
    }

    @Test
    void trust_all_reads_and_runs_it() {
        FinishedJvm received = Journey.receiver("trust=all")
                .jvmArgument("-Xlog:class+load:stdout")
                .run("receivers.Language", canary.folder())
                .expectSuccess();
        assertEquals("ran true", received.fact("canary-blob"));
        assertTrue(received.out().contains("senders.Canary source:"), "the canary can be seen");
        assertEquals("a captured value was read", received.fact("canary"));
        assertTrue(received.out().contains("canary: the function ran"), received::out);
    }

    @Test
    void under_trust_all_nothing_is_defined_before_the_first_call() {
        FinishedJvm received = ForkedJvm.withAgent("trust=all")
                .classPath(Journey.farm(), Journey.harness())
                .jvmArgument("-Xlog:class+load:stdout")
                .run("harness.Forward", canary.folder(), Journey.begin().folder())
                .expectSuccess();
        assertTrue(received.out().contains("farm.Turkey source:"), received::out);
        assertFalse(received.out().contains("senders.Canary source:"), received::out);
    }

    @Test
    void a_policy_can_be_installed_while_the_jvm_runs() {
        FinishedJvm received =
                Journey.receiver().run("receivers.Installing", article.folder()).expectSuccess();
        List<String> said = received.out().lines().toList();
        assertEquals(3, said.size(), received::out);
        assertTrue(said.get(0).startsWith("article: " + REFUSED), received::out);
        assertEquals("article: SQUAWK", said.get(1));
        assertTrue(said.get(2).startsWith("article: " + REFUSED), received::out);
    }

    @Test
    void the_same_application_runs_its_own_code_by_default() {
        FinishedJvm received = readArticle(Journey.receiver().classPath(Journey.senders()));
        assertEquals("yes", received.fact("has senders.Language"));
        assertEquals("SQUAWK", received.fact("article"));
    }

    @Test
    void an_edit_that_leaves_the_function_as_it_is_leaves_it_own_code() {
        FinishedJvm received = readArticle(Journey.receiver().classPath(version("senders-shifted")));
        assertEquals("SQUAWK", received.fact("article"));
    }

    @Test
    void another_version_of_the_function_is_refused_by_default() {
        FinishedJvm received = readArticle(Journey.receiver().classPath(version("senders-changed")));
        assertTrue(received.fact("article").startsWith(REFUSED), received::toString);
    }

    @Test
    void another_version_of_the_function_runs_the_sender_s_code_where_all_is_trusted() {
        FinishedJvm received = readArticle(Journey.receiver("trust=all").classPath(version("senders-changed")));
        assertEquals("SQUAWK", received.fact("article"));
    }

    @Test
    void a_refused_stream_leaves_the_jvm_able_to_read_others() {
        FinishedJvm received = readArticle(Journey.receiver());
        assertTrue(received.fact("article").startsWith(REFUSED));
        assertEquals("hello", received.fact("unpatched"));
    }
}
