package dev.instancepatch.it.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remote calls of the JDK between two JVMs, each of which lacks the other's classes: patched arguments and patched results. */
class RmiTest {
    @TempDir
    private Path folder;

    private FinishedJvm call(ForkedJvm server, boolean patchingServer) {
        Path shared = Fixtures.compile("rmi");
        CompletableFuture<FinishedJvm> serving =
                CompletableFuture.supplyAsync(() -> server.jvmArgument("-Djava.rmi.server.hostname=127.0.0.1")
                        .classPath(Fixtures.compile("rmi-server", shared), shared)
                        .run("server.Main", folder, patchingServer ? "patching" : "plain"));
        FinishedJvm client = ForkedJvm.withAgent("trust=all")
                .classPath(Fixtures.compile("rmi-client", shared), shared)
                .run("client.Main", folder);
        FinishedJvm served = serving.join();
        assertEquals("true", served.fact("closed"), served + "\n" + client);
        assertEquals("hello", client.expectSuccess().fact("unpatched"));
        assertEquals("hello", client.fact("afterwards"));
        return client;
    }

    @Test
    void patched_arguments_and_results_stay_patched() {
        FinishedJvm client = call(ForkedJvm.withAgent("trust=all"), true);
        assertEquals("SQUAWK robin", client.fact("argument"));
        assertEquals("SERVED robin", client.fact("result"));
        assertEquals("SQUAWK robin", client.fact("argument and result"));
    }

    @Test
    void a_server_that_does_not_trust_the_caller_s_code_refuses_the_call_by_name() {
        FinishedJvm client = call(ForkedJvm.withAgent(), true);
        String said = client.fact("argument");
        assertTrue(said.contains("dev.instancepatch.RefusedPatchException: [code-not-trusted] "), said);
        assertTrue(said.contains("visits.Bird.hi"), said);
        assertEquals("SERVED robin", client.fact("result"));
    }

    @Test
    void a_server_that_strips_what_it_refuses_gets_unpatched_arguments() {
        FinishedJvm client = call(ForkedJvm.withAgent("refused=strip"), true);
        assertEquals("hello", client.fact("argument"));
        assertEquals("hello", client.fact("argument and result"));
        assertEquals("SERVED robin", client.fact("result"));
    }

    @Test
    void a_server_without_the_agent_gets_unpatched_arguments() {
        FinishedJvm client = call(ForkedJvm.plain(), false);
        assertEquals("hello", client.fact("argument"));
        assertEquals("hello", client.fact("result"));
        assertEquals("hello", client.fact("argument and result"));
    }
}
