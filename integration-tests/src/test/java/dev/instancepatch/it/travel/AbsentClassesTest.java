package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Classes with optional dependencies, which this JVM lacks. */
class AbsentClassesTest {
    private static final Path OPTIONAL = Fixtures.compile("optional");

    private static FinishedJvm run(ForkedJvm jvm, Object... arguments) {
        return jvm.classPath(Fixtures.compile("hosts", OPTIONAL, Journey.harness()), Journey.harness())
                .run("hosts.Main", arguments)
                .expectSuccess();
    }

    @Test
    void a_class_whose_constructor_names_an_absent_class_is_patchable() {
        FinishedJvm jvm = run(ForkedJvm.withAgent(), "patch");
        assertEquals("no", jvm.fact("has optional.Extra"));
        assertEquals("SQUAWK, hello", jvm.fact("said"));
    }

    @Test
    void a_patch_received_for_a_class_that_cannot_be_looked_into_is_refused_by_name() {
        Journey journey = Journey.begin();
        FinishedJvm sent = run(ForkedJvm.withAgent().classPath(OPTIONAL), "write", journey.folder());
        assertEquals("yes", sent.fact("has optional.Extra"));
        assertTrue(sent.fact("worker").matches("\\d+"), sent::toString);
        for (String trust : new String[] {"trust=local", "trust=all"}) {
            FinishedJvm received = run(ForkedJvm.withAgent(trust), "read", journey.folder());
            assertEquals("no", received.fact("has optional.Extra"));
            assertEquals("hello", received.fact("unpatched"));
            String said = received.fact("worker");
            assertTrue(said.startsWith("dev.instancepatch.RefusedPatchException: ["), said);
            assertTrue(said.contains("hosts.Equipped.hi") && said.contains("optional/Extra"), said);
        }
    }

    @Test
    void with_the_class_there_the_same_patch_is_received() {
        Journey journey = Journey.begin();
        run(ForkedJvm.withAgent().classPath(OPTIONAL), "write", journey.folder());
        FinishedJvm received = run(ForkedJvm.withAgent().classPath(OPTIONAL), "read", journey.folder());
        assertEquals("SQUAWK", received.fact("worker"));
    }
}
