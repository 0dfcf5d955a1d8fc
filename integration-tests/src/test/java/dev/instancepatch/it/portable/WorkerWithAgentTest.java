package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.ForkedJvm;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A worker that has the agent's jar and nothing else can be sent patched objects too. */
class WorkerWithAgentTest extends WorkerPromises {
    @Override
    ForkedJvm kind() {
        return WorkerJvm.withAgent("trust=all");
    }

    @TestFactory
    Stream<DynamicTest> a_function_that_a_task_makes_comes_back_and_runs_at_the_client() {
        return expect(
                WorkerJvm.client("Makers", worker()),
                Map.of("wrapped-there", "42", "bare-lambda", "40", "after-all-that", "still working"));
    }

    @Test
    void an_object_of_the_client_s_class_that_a_second_worker_made_comes_back_as_one() {
        assertEquals(
                "Point[x=7, y=8] true",
                WorkerJvm.client("Relay", worker(), second()).fact("own-class"));
    }

    @TestFactory
    Stream<DynamicTest> a_patched_object_is_called_changed_and_handed_back_as_patched_as_it_is_there() {
        return expect(
                WorkerJvm.client("Patched", worker()),
                Map.of(
                        "called-there", "42 0",
                        "changed-there", "42 3 c true",
                        "patched-there", "true [x] true",
                        "restored-there", "2 false, here still 42"));
    }
}
