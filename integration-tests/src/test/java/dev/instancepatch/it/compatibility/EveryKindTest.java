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
import java.util.function.Consumer;
import java.util.function.Function;
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
        return each(graph -> workers.all().stream()
                .filter(writer -> writer.sort() != Sort.PLAIN)
                .map(writer -> DynamicTest.dynamicTest(
                        writer.toString(),
                        () -> assertArrayEquals(
                                unpatched(workers.of(writer.jdk(), Sort.PLAIN), graph), unpatched(writer, graph)))));
    }

    @TestFactory
    Stream<DynamicContainer> plain_jvms_of_all_jdks_write_unpatched_objects_to_the_same_bytes() {
        return each(graph -> plain().map(writer -> DynamicTest.dynamicTest(
                writer.toString(),
                () -> assertArrayEquals(
                        unpatched(workers.of(Jdks.running(), Sort.PLAIN), graph), unpatched(writer, graph)))));
    }

    @TestFactory
    Stream<DynamicContainer> unpatched_objects_are_read_by_everyone() {
        return each(graph -> plain() // the others write the same
                .flatMap(writer -> readers(
                        writer,
                        reader -> assertSaid(new Model(graph).unpatched().said(), reader, unpatched(writer, graph)))));
    }

    @TestFactory
    Stream<DynamicContainer> patched_objects_are_read_by_everyone_as_far_as_they_can() {
        return each(graph -> {
            Model model = new Model(graph);
            return workers.writers().flatMap(writer -> {
                Worker.Answer written = writer.sendPatched(graph).written();
                return model.patched().refused()
                        ? Stream.of(DynamicTest.dynamicTest(
                                writer + " refuses",
                                () -> assertEquals(model.patched().said(), written.said(), written::toString)))
                        : readers(
                                writer,
                                reader -> assertSaid(reader.sort().expected(model), reader, written.expectBytes()));
            });
        });
    }

    @Test
    void a_reader_says_what_the_objects_are_and_answer() {
        Graph graph = Graph.of("node Point 1 1 2; node Deep 2 - -; node ArrayList 3 1 -;"
                + " patch two 2 0; patch levels - 1; write 0");
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

    private static byte[] unpatched(Worker writer, Graph graph) {
        return writer.sendUnpatched(graph).written().expectBytes();
    }

    private static Stream<Worker> plain() {
        return workers.all().stream().filter(w -> w.sort() == Sort.PLAIN);
    }

    private static Stream<DynamicContainer> each(Function<Graph, Stream<DynamicTest>> tests) {
        return SCENARIOS.entrySet().stream()
                .map(e -> DynamicContainer.dynamicContainer(e.getKey(), tests.apply(e.getValue())));
    }

    private static Stream<DynamicTest> readers(Worker writer, Consumer<Worker> test) {
        return workers.all().stream()
                .map(reader -> DynamicTest.dynamicTest(writer + " to " + reader, () -> test.accept(reader)));
    }
}
