package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Clients send tasks to a worker that has none of their classes, and get back results of their own classes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkerPromises {
    private WorkerJvm worker;
    private WorkerJvm second;

    /** Returns the kind of JVM that works; it trusts all. */
    abstract ForkedJvm kind();

    @BeforeAll
    void start() {
        worker = WorkerJvm.start(kind());
        second = WorkerJvm.start(kind());
    }

    @AfterAll
    void end() {
        worker.close();
        second.close();
    }

    final WorkerJvm worker() {
        return worker;
    }

    final WorkerJvm second() {
        return second;
    }

    @TestFactory
    Stream<DynamicTest> a_task_runs_where_nobody_has_its_code_and_its_result_is_of_the_client_s_classes() {
        return expect(
                WorkerJvm.client("Tasks", worker, second),
                Map.ofEntries(
                        Map.entry("elsewhere", "true"),
                        Map.entry("worker-is", "Tasks is known to a stranger"),
                        Map.entry("captured", "42[A, B]!"),
                        Map.entry("class-instance", "anonymous CLASS!"),
                        Map.entry("private-record", "true"),
                        Map.entry("captured-record", "[Point[x=5, y=6], Point[x=6, y=5]]"),
                        Map.entry("private-enum", "true"),
                        Map.entry("own-class-with-state", "[Point[x=1, y=2], Point[x=3, y=4]] here 1"),
                        Map.entry("array", "Point[x=1, y=1] 2"),
                        Map.entry("jdk-classes", "{leap=2024-02-29}"),
                        Map.entry("nothing", "null"),
                        Map.entry("task-in-task", "42"),
                        Map.entry("bare-lambda-in-task", "42"),
                        Map.entry("returned-as-it-came", "42"),
                        Map.entry("executor-on-the-worker", "43"),
                        Map.entry("relayed", "true")));
    }

    @TestFactory
    Stream<DynamicTest> what_a_task_throws_reaches_the_client_and_the_worker_goes_on() {
        return expect(
                WorkerJvm.client("Failures", worker),
                Map.ofEntries(
                        Map.entry("jdk-exception", "java.lang.IllegalStateException: on purpose"),
                        Map.entry("same-place-as-here", "true"),
                        Map.entry("own-exception", "7"),
                        Map.entry("its-cause", "java.io.IOException: too late"),
                        Map.entry("frames-of-helper-and-task", "true, decline, true"),
                        Map.entry("error", "class java.lang.StackOverflowError"),
                        Map.entry(
                                "result-that-is-not-Serializable",
                                "java.io.NotSerializableException: java.lang.Object"),
                        Map.entry("after-all-that", "still working")));
    }

    @Test
    void eight_clients_at_once_get_their_own_answers() {
        assertEquals("200", WorkerJvm.client("Crowd", worker).fact("right-answers"));
    }

    @Test
    void a_worker_forgets_what_tasks_brought() {
        assertEquals("400", WorkerJvm.client("Endurance", worker).fact("megabytes"), "its heap has 256");
    }

    static Stream<DynamicTest> expect(FinishedJvm client, Map<String, String> facts) {
        return new TreeMap<>(facts)
                .entrySet().stream()
                        .map(e -> DynamicTest.dynamicTest(
                                e.getKey(), () -> assertEquals(e.getValue(), client.fact(e.getKey()))));
    }
}
