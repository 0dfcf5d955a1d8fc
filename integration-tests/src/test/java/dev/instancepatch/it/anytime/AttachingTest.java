package dev.instancepatch.it.anytime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import org.junit.jupiter.api.Test;

/** Where the agent may not attach itself, Patch.on says what to add to the command line. */
class AttachingTest {
    private static FinishedJvm run(ForkedJvm jvm) {
        return jvm.classPath(Fixtures.compile("no-agent")).run("noagent.Main").expectSuccess();
    }

    private static void assertSaysWhatToAdd(FinishedJvm jvm) {
        assertTrue(jvm.fact("refused").startsWith("NO_AGENT [no-agent] "), jvm::toString);
        assertTrue(jvm.fact("refused").contains("java -javaagent:instance-patch-agent.jar"), jvm::toString);
        assertEquals("hello", jvm.fact("said"));
    }

    @Test
    void with_dynamic_agents_switched_off_it_refuses() {
        assertSaysWhatToAdd(run(
                ForkedJvm.plain().jvmArgument("-XX:-EnableDynamicAgentLoading").classPath(Jars.agent())));
    }

    @Test
    void with_attaching_switched_off_it_refuses() {
        assertSaysWhatToAdd(
                run(ForkedJvm.plain().jvmArgument("-XX:+DisableAttachMechanism").classPath(Jars.agent())));
    }

    @Test
    void with_the_runtime_s_jar_alone_it_refuses() {
        assertSaysWhatToAdd(run(ForkedJvm.plain().classPath(Jars.runtime())));
    }

    @Test
    void with_both_jars_on_the_class_path_it_attaches_by_itself() {
        FinishedJvm jvm = run(ForkedJvm.plain()
                .jvmArgument("-XX:+EnableDynamicAgentLoading")
                .classPath(Jars.runtime(), Jars.agent()));
        assertEquals("SQUAWK", jvm.fact("said"));
    }

    @Test
    void where_the_JVM_allows_attaching_to_itself_it_does_so_without_another_process() {
        FinishedJvm jvm = run(ForkedJvm.plain()
                .jvmArgument("-XX:+EnableDynamicAgentLoading")
                .jvmArgument("-Djdk.attach.allowAttachSelf=true")
                .classPath(Jars.agent()));
        assertEquals("SQUAWK", jvm.fact("said"));
        assertEquals("", jvm.err());
    }

    @Test
    void preparing_classes_attaches_too() {
        FinishedJvm jvm = ForkedJvm.plain()
                .jvmArgument("-XX:+EnableDynamicAgentLoading")
                .classPath(Jars.agent(), Fixtures.compile("no-agent"))
                .run("noagent.Preparing")
                .expectSuccess();
        assertEquals("SQUAWK hello", jvm.fact("said"));
    }

    @Test
    void where_dynamic_agents_are_switched_off_one_on_the_command_line_still_works() {
        FinishedJvm jvm = run(ForkedJvm.withAgent()
                .jvmArgument("-XX:-EnableDynamicAgentLoading")
                .jvmArgument("-XX:+DisableAttachMechanism"));
        assertEquals("SQUAWK", jvm.fact("said"));
    }
}
