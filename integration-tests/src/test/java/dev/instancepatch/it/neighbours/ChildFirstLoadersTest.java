package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import org.junit.jupiter.api.Test;

/** A web application whose archive holds its own copy of the library, and whose loader asks itself first. */
class ChildFirstLoadersTest {
    private static FinishedJvm run(ForkedJvm jvm, Object... archive) {
        return jvm.classPath(Fixtures.compile("web"))
                .run("web.Container", archive)
                .expectSuccess();
    }

    private static void assertSecondRuntime(FinishedJvm jvm) {
        assertEquals("true", jvm.fact("loader"));
        String refused = jvm.fact("refused");
        assertTrue(refused.startsWith("[second-runtime] "), refused);
        assertTrue(refused.contains("Container$ChildFirst"), refused);
        assertTrue(refused.contains("Leave instance-patch-runtime out of the application's archive"), refused);
    }

    @Test
    void a_copy_of_the_runtime_s_jar_is_refused_and_explained() {
        assertSecondRuntime(run(ForkedJvm.withAgent(), Fixtures.compile("web"), Jars.runtime()));
    }

    @Test
    void a_copy_of_the_agent_s_jar_is_refused_and_explained() {
        assertSecondRuntime(run(ForkedJvm.withAgent(), Fixtures.compile("web"), Jars.agent()));
    }

    @Test
    void a_copy_that_attaches_the_agent_itself_is_refused_and_explained() {
        assertSecondRuntime(run(
                ForkedJvm.plain().jvmArgument("-XX:+EnableDynamicAgentLoading"),
                Fixtures.compile("web"),
                Jars.agent()));
    }

    @Test
    void without_a_copy_the_application_patches_its_own_classes() {
        FinishedJvm jvm = run(ForkedJvm.withAgent(), Fixtures.compile("web"));
        assertEquals("false", jvm.fact("loader"));
        assertEquals("<patched> <own title>", jvm.fact("said"));
    }
}
