package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The article's turkey squawks in another JVM. */
class ArticleTest {
    private static Journey journey;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        sent = journey.send("senders.Article");
    }

    @Test
    void it_squawks_and_others_say_hello() {
        FinishedJvm received = journey.receive("receivers.Language");
        assertEquals("SQUAWK", received.fact("article"));
        assertEquals("hello", received.fact("unpatched"));
    }

    @Test
    void its_blob_takes_524_bytes_at_most() {
        int size = Integer.parseInt(sent.fact("article"));
        System.out.println("The article's blob: " + size + " bytes (cloudpickle: 524)");
        assertTrue(size <= 524, size + " bytes");
    }

    @Test
    void its_blob_is_the_same_every_time() throws Exception {
        Journey again = Journey.begin();
        again.send("senders.Article");
        assertEquals(
                -1,
                java.nio.file.Files.mismatch(
                        journey.folder().resolve("article"), again.folder().resolve("article")));
    }

    @Test
    void a_jvm_without_the_agent_reads_the_unpatched_turkey() {
        FinishedJvm received = Journey.plainReceiver()
                .run("receivers.Language", journey.folder())
                .expectSuccess();
        assertEquals("hello", received.fact("article"));
    }

    @Test
    void a_jvm_with_the_runtime_and_no_agent_refuses() {
        FinishedJvm received = Journey.plainReceiver()
                .classPath(dev.instancepatch.it.Jars.runtime())
                .run("receivers.Language", journey.folder())
                .expectSuccess();
        assertTrue(
                received.fact("article").startsWith("dev.instancepatch.RefusedPatchException: [no-agent] "),
                received::toString);
        assertTrue(received.fact("article").contains("-javaagent:instance-patch-agent.jar"), received::toString);
    }

    @Test
    void a_jvm_with_the_agent_s_jar_on_the_class_path_and_no_agent_refuses() {
        FinishedJvm received = Journey.plainReceiver()
                .classPath(dev.instancepatch.it.Jars.agent())
                .run("receivers.Language", journey.folder())
                .expectSuccess();
        assertTrue(received.fact("article").contains("[no-agent]"), received::toString);
    }
}
