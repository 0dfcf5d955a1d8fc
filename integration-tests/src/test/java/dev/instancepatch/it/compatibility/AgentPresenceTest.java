package dev.instancepatch.it.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM can patch depends on how it was started, and it says so. */
class AgentPresenceTest {
    private static FinishedJvm run(ForkedJvm jvm) {
        return jvm.classPath(Fixtures.compile("no-agent")).run("noagent.Main").expectSuccess();
    }

    private static void assertRefused(String code, FinishedJvm jvm, String part) {
        assertTrue(jvm.fact("refused").startsWith(code + " "), jvm::toString);
        assertTrue(jvm.fact("refused").contains(part), jvm::toString);
        assertEquals("hello", jvm.fact("said"));
        assertEquals("false", jvm.fact("patched"));
    }

    @Test
    void with_the_agent_it_patches() {
        assertEquals("SQUAWK", run(ForkedJvm.withAgent()).fact("said"));
    }

    @Test
    void with_the_agent_and_the_runtime_s_jar_on_the_class_path_it_patches() {
        assertEquals(
                "SQUAWK", run(ForkedJvm.withAgent().classPath(Jars.runtime())).fact("said"));
    }

    @Test
    void with_the_runtime_s_jar_alone_it_refuses_and_says_what_to_add() {
        assertRefused(
                "NO_AGENT",
                run(ForkedJvm.plain().classPath(Jars.runtime())),
                "java -javaagent:instance-patch-agent.jar");
    }

    @Test
    void with_the_agent_s_jar_on_the_class_path_it_attaches_by_itself() {
        FinishedJvm jvm = run(ForkedJvm.plain().classPath(Jars.agent()));
        assertEquals("SQUAWK", jvm.fact("said"));
    }

    @Test
    void where_attaching_is_forbidden_it_refuses_and_says_what_to_add() {
        assertRefused(
                "NO_AGENT",
                run(ForkedJvm.plain().classPath(Jars.agent()).jvmArgument("-XX:+DisableAttachMechanism")),
                "java -javaagent:instance-patch-agent.jar");
    }

    @Test
    void with_the_agent_disabled_it_refuses() {
        assertRefused("NO_AGENT", run(ForkedJvm.withAgent("enabled=false")), "[no-agent]");
    }

    @Test
    void an_excluded_class_is_refused_by_name() {
        assertRefused("EXCLUDED_CLASS", run(ForkedJvm.withAgent("exclude=com.acme.*:noagent.*")), "noagent.Main");
    }

    @Test
    void a_class_outside_include_is_patched_all_the_same() {
        assertEquals("SQUAWK", run(ForkedJvm.withAgent("include=com.acme.*")).fact("said"));
    }

    @Test
    void with_eager_weaving_it_patches_what_was_woven_at_load(@TempDir Path dump) throws IOException {
        assertEquals(
                "SQUAWK", run(ForkedJvm.withAgent("weave=eager,dump=" + dump)).fact("said"));
        String loaded = Files.readString(dump.resolve("noagent/Main.class"), StandardCharsets.ISO_8859_1);
        assertTrue(loaded.contains("$instancePatchEager"), "the mark of a class woven at load");
        assertTrue(loaded.contains("java/io/InstancePatchDoor"), "a prologue");
    }

    @Test
    void the_agent_prints_nothing() {
        FinishedJvm jvm = run(ForkedJvm.withAgent());
        assertEquals("", jvm.err());
        assertEquals(2, jvm.out().lines().count(), jvm::out);
    }
}
