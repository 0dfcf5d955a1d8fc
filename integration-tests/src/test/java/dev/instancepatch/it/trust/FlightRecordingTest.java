package dev.instancepatch.it.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flight recording holds each verdict; a JVM without one, or without the recorder, takes no notice. */
class FlightRecordingTest {
    private static Journey article;

    @TempDir
    private Path folder;

    @BeforeAll
    static void send() {
        article = Journey.begin();
        article.send("senders.Article");
    }

    private List<RecordedEvent> recorded(ForkedJvm receiver) throws IOException {
        Path file = folder.resolve("verdicts.jfr");
        receiver.jvmArgument("-XX:StartFlightRecording:filename=" + file)
                .run("receivers.Language", article.folder())
                .expectSuccess();
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("dev.instancepatch.Verdict"))
                .toList();
    }

    @Test
    void a_refused_patch_is_an_event() throws IOException {
        List<RecordedEvent> events = recorded(Journey.receiver());
        assertEquals(1, events.size(), events::toString);
        RecordedEvent event = events.get(0);
        assertEquals("refused", event.getString("verdict"));
        assertEquals("code-not-trusted", event.getString("reason"));
        assertEquals("patch", event.getString("kind"));
        assertEquals("farm.Turkey.hi", event.getString("target"));
        assertTrue(event.getString("code").matches("sha256:[0-9a-f]{64}"), event::toString);
        assertEquals("local", event.getString("policy"));
        assertEquals("java.io.ObjectInputStream", event.getString("origin"));
        assertNull(event.getString("basis"));
        assertNull(event.getString("key"));
        assertEquals(List.of("Instance Patch"), event.getEventType().getCategoryNames());
    }

    @Test
    void an_accepted_patch_is_an_event() throws IOException {
        RecordedEvent event = recorded(Journey.receiver("trust=all")).get(0);
        assertEquals("accepted", event.getString("verdict"));
        assertEquals("everything-trusted", event.getString("basis"));
        assertNull(event.getString("reason"));
    }

    @Test
    void no_class_of_the_recorder_is_loaded_before_main() {
        FinishedJvm jvm = Journey.receiver()
                .jvmArgument("-Xlog:class+load:stdout")
                .run("receivers.Language", Journey.begin().folder())
                .expectSuccess();
        assertTrue(jvm.out().contains("dev.instancepatch.agent.AgentMain source:"), "the agent has started");
        assertFalse(jvm.out().contains(" jdk.jfr."), jvm::out);
        assertFalse(jvm.out().contains("VerdictEvent"), jvm::out);
    }

    @Test
    void without_the_recorder_s_module_reading_works_and_the_log_has_its_line() {
        FinishedJvm jvm = Journey.receiver("trust=all")
                .jvmArgument("--limit-modules=java.base,java.instrument,java.logging,jdk.unsupported")
                .run("receivers.Language", article.folder())
                .expectSuccess();
        assertEquals("SQUAWK", jvm.fact("article"));
        assertTrue(jvm.err().contains("verdict=accepted"), jvm::toString);
    }

    @Test
    void without_any_module_for_logs_too() {
        FinishedJvm jvm = Journey.receiver()
                .jvmArgument("--limit-modules=java.base,java.instrument")
                .run("receivers.Language", article.folder())
                .expectSuccess();
        assertTrue(jvm.fact("article").contains("[code-not-trusted]"), jvm::toString);
        assertTrue(jvm.err().contains("verdict=refused"), "java.base has a logger of its own: " + jvm);
    }
}
