package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A worker that has the runtime's jar and no agent runs tasks, as long as no object in them is patched. */
class WorkerWithRuntimeTest extends WorkerPromises {
    @Override
    ForkedJvm kind() {
        return WorkerJvm.withRuntime("all");
    }

    @Test
    void a_function_that_a_task_makes_is_refused_since_only_an_agent_can_take_it_apart() {
        FinishedJvm client = WorkerJvm.client("Makers", worker());
        for (String name : List.of("wrapped-there", "bare-lambda")) {
            String said = client.fact(name);
            assertTrue(said.startsWith("dev.instancepatch.PatchException: [no-agent] "), said);
        }
        assertEquals("still working", client.fact("after-all-that"));
    }

    @Test
    void a_patched_object_is_refused_and_the_client_is_told() {
        FinishedJvm client = WorkerJvm.client("Patched", worker());
        String said = client.fact("called-there");
        assertTrue(said.startsWith("dev.instancepatch.RefusedPatchException: [no-agent] "), said);
    }

    @Test
    void without_trust_it_runs_nothing_and_the_client_is_told() {
        try (WorkerJvm wary = WorkerJvm.start(WorkerJvm.withRuntime("local"))) {
            String said = WorkerJvm.client("Failures", wary).fact("after-all-that");
            assertTrue(said.startsWith("dev.instancepatch.RefusedPatchException: [code-not-trusted] "), said);
        }
    }
}
