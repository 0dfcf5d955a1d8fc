package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What Python's cloudpickle carries, as far as no other test shows it; docs/cloudpickle.md has the table. */
class CloudpickleTest {
    private static FinishedJvm client;

    @BeforeAll
    static void run() {
        try (WorkerJvm worker = WorkerJvm.start(WorkerJvm.withAgent("trust=all"))) {
            client = WorkerJvm.client("Capabilities", worker);
        }
    }

    @TestFactory
    Stream<DynamicTest> it_works() {
        return WorkerPromises.expect(
                client,
                Map.ofEntries(
                        Map.entry("partial", "5 3"),
                        Map.entry("method-of-a-map", "1 null"),
                        Map.entry("function-that-makes-functions", "7 8"),
                        Map.entry("generator-function", "[1, 4, 9, 16]"),
                        Map.entry("coroutine", "42"),
                        Map.entry("C-function", "4.0"),
                        Map.entry("only-what-is-needed", "loop true, adder false, main false"),
                        Map.entry("control-flow", "00001202"),
                        Map.entry("super-and-abstract", "base derived!"),
                        Map.entry("class-made-there", "base derived!"),
                        Map.entry("classes-in-a-cycle", "true"),
                        Map.entry("class-object", "true"),
                        Map.entry("custom-serialization", "<<w>>"),
                        Map.entry("singleton", "true"),
                        Map.entry("constant", "forty-two"),
                        Map.entry("computed-constant", "[a, forty]"),
                        Map.entry("shared-state", "2, here 0"),
                        Map.entry("stateless", "1 1, here 0"),
                        Map.entry("lock", "locked false"),
                        Map.entry("standard-output-by-name", "true"),
                        Map.entry("unmodifiable-map", "{k=1}"),
                        Map.entry("large-array", "7 20000000"),
                        Map.entry("stored-instance", "true true")));
    }

    @TestFactory
    Stream<DynamicTest> it_is_refused_by_name() {
        return new TreeMap<>(Map.ofEntries(
                        Map.entry("mutable-global", "workerclient.Capabilities.counter"),
                        Map.entry("global-that-is-not-Serializable", "workerclient.Capabilities.LOCK"),
                        Map.entry("raises-when-written", "not today"),
                        Map.entry("thread", "java.lang.Thread"),
                        Map.entry("socket", "java.net.Socket"),
                        Map.entry("open-file", "java.io.PrintStream"),
                        Map.entry("running-generator", "captured argument 1"),
                        Map.entry("dict-view", "java.util.HashMap$KeySet"),
                        Map.entry("byte-buffer", "java.nio.HeapByteBuffer"),
                        Map.entry("method-handle", "java.lang.invoke"),
                        Map.entry("weak-reference", "java.lang.ref.WeakReference")))
                .entrySet().stream()
                        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> refused(e.getKey(), e.getValue())));
    }

    private static void refused(String name, String part) {
        String said = client.fact(name);
        assertTrue(said.contains("[not-capturable]") || said.contains("java.io.IOException"), said);
        assertTrue(said.contains(part), said);
    }
}
