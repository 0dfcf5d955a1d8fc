package dev.instancepatch.it.compatibility;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.Jdks;
import dev.instancepatch.it.graphs.Graph;
import dev.instancepatch.it.graphs.Model;
import dev.instancepatch.it.graphs.Scenarios;
import dev.instancepatch.it.graphs.Sort;
import dev.instancepatch.it.graphs.Worker;
import dev.instancepatch.it.graphs.Workers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kind of Serializable object, written and read by every sort of JVM on every JDK that is there: with the agent, plain, and
 * with the runtime alone. Unpatched, nobody can tell the writers apart. Patched, readers with the agent get object and patch,
 * plain ones the object as it was, and those with the runtime alone refuse, or leave the patch out where they were told to.
 */
class EveryKindTest {
    private static final Map<String, Graph> SCENARIOS = Scenarios.all();

    private static Workers workers;

    @BeforeAll
    static void start() {
        workers = Workers.start();
    }

    @AfterAll
    static void end() {
        workers.close();
    }

    @TestFactory
    Stream<DynamicContainer> unpatched_objects_are_written_to_the_bytes_of_a_plain_jvm() {
        return each((name, graph) -> workers.all().stream()
                .map(writer -> DynamicTest.dynamicTest(writer.toString(), () -> {
                    Worker plain = workers.of(writer.jdk(), Sort.PLAIN);
                    assertArrayEquals(
                            plain.sendUnpatched(graph).written().expectBytes(),
                            writer.sendUnpatched(graph).written().expectBytes());
                })));
    }

    @TestFactory
    Stream<DynamicTest> plain_jvms_of_all_jdks_write_unpatched_objects_to_the_same_bytes() {
        return SCENARIOS.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    byte[] running = workers.of(Jdks.running(), Sort.PLAIN)
                            .sendUnpatched(each.getValue())
                            .written()
                            .expectBytes();
                    workers.all().stream()
                            .filter(w -> w.sort() == Sort.PLAIN)
                            .forEach(other -> assertArrayEquals(
                                    running,
                                    other.sendUnpatched(each.getValue())
                                            .written()
                                            .expectBytes(),
                                    other::toString));
                }));
    }

    @TestFactory
    Stream<DynamicContainer> unpatched_objects_are_read_by_everyone() {
        return each((name, graph) -> workers.all().stream()
                .filter(writer -> writer.sort() == Sort.PLAIN) // the others write the same
                .flatMap(writer -> workers.all().stream()
                        .map(reader -> pair(writer, reader, () -> {
                            byte[] stream =
                                    writer.sendUnpatched(graph).written().expectBytes();
                            assertSaid(new Model(graph).unpatched().said(), reader, stream);
                        }))));
    }

    @TestFactory
    Stream<DynamicContainer> patched_objects_are_read_by_everyone_as_far_as_they_can() {
        return each((name, graph) -> workers.writers()
                .flatMap(writer -> workers.all().stream()
                        .map(reader -> pair(writer, reader, () -> {
                            Model model = new Model(graph);
                            Worker.Answer written = writer.sendPatched(graph).written();
                            if (model.patched().refused()) {
                                assertEquals(model.patched().said(), written.said(), written::toString);
                            } else {
                                assertSaid(reader.sort().expected(model), reader, written.expectBytes());
                            }
                        }))));
    }

    @Test
    void a_reader_says_what_the_objects_are_and_answer() {
        Graph graph = Graph.of(
                "node Point 1 1 2",
                "node Deep 2 - -",
                "node ArrayList 3 1 -",
                "patch two 2 0",
                "patch levels - 1",
                "write 0");
        byte[] stream = workers.of(Jdks.running(), Sort.PATCHING)
                .sendPatched(graph)
                .written()
                .expectBytes();
        String objects = "roots #0\n#0 Point 1 #1 #2 = %s\n#1 Deep 2 - - = %s\n#2 ArrayList 3 #1 - = 3";
        assertSaid(
                objects.formatted("#3", "aroundlow") + "\n#3 Array 2 #0 #2 = -",
                workers.of(Jdks.running(), Sort.TRUSTING),
                stream);
        assertSaid(objects.formatted("1", "2"), workers.of(Jdks.running(), Sort.PLAIN), stream);
    }

    private static void assertSaid(String expected, Worker reader, byte[] stream) {
        Worker.Answer answer = reader.sendStream(stream).said();
        assertEquals(expected, answer.said(), answer::toString);
    }

    private interface Tests {
        Stream<DynamicTest> of(String name, Graph graph);
    }

    private static Stream<DynamicContainer> each(Tests tests) {
        return SCENARIOS.entrySet().stream()
                .map(e -> DynamicContainer.dynamicContainer(e.getKey(), tests.of(e.getKey(), e.getValue())));
    }

    private static DynamicTest pair(Worker writer, Worker reader, org.junit.jupiter.api.function.Executable test) {
        return DynamicTest.dynamicTest(writer + " to " + reader, test);
    }
}
