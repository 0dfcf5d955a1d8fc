package dev.instancepatch.it.compatibility;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.Jdk;
import dev.instancepatch.it.Jdks;
import dev.instancepatch.it.graphs.Graph;
import dev.instancepatch.it.graphs.Graphs;
import dev.instancepatch.it.graphs.Model;
import dev.instancepatch.it.graphs.Sort;
import dev.instancepatch.it.graphs.Worker;
import dev.instancepatch.it.graphs.Workers;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/**
 * Graphs that nobody thought of: objects of all kinds, shared and in cycles, some of them patched, several roots to a stream,
 * unshared ones and {@code reset} between them.
 *
 * <p>A try is one graph between one pair of JDKs, each pair as likely. A JVM with the agent writes it on the first, and every
 * sort of JVM on the second reads it: with own code, with foreign code, plain, with the runtime alone, refusing and stripping.
 * Besides, the unpatched graph is written with the agent and without, to the same bytes, and read by the plain JVM. What each
 * should say a {@link Model} works out. With two JDKs each of the four pairs gets about a quarter of the tries.
 *
 * <p>There are 10,000 tries, the same in every build; {@code -Djqwik.tries.default=N} makes them fewer or more, and another
 * {@link #SEED} others. A failure prints the smallest graph that fails, as text for {@link Graph#of}.
 */
class RandomGraphsTest {
    private static final String SEED = "20261122";

    private static Workers workers;

    /** Who writes and who reads. */
    record Pair(Jdk writing, Jdk reading) {}

    @BeforeContainer
    static void start() {
        workers = Workers.start();
    }

    @AfterContainer
    static void end() {
        workers.close();
    }

    @Provide
    Arbitrary<Pair> pairs() {
        List<Jdk> jdks = Jdks.all();
        return Arbitraries.of(jdks.stream()
                .flatMap(w -> jdks.stream().map(r -> new Pair(w, r)))
                .toList());
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return Graphs.any();
    }

    @Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void a_graph_arrives_with_its_patches_wherever_there_is_an_agent_and_without_them_elsewhere(
            @ForAll("pairs") Pair pair, @ForAll("graphs") Graph graph) {
        // KNOWN
        Model model = new Model(graph);
        assertUnpatched(pair, graph, model);
        Worker.Answer written =
                workers.of(pair.writing, Sort.PATCHING).sendPatched(graph).written();
        if (model.patched().refused()) {
            assertEquals(model.patched().said(), written.said(), written::toString);
            count("refused");
        } else {
            byte[] stream = written.expectBytes();
            List<Worker> readers = workers.of(pair.reading).toList();
            readers.forEach(reader -> reader.sendStream(stream));
            List<Worker.Answer> answers = readers.stream().map(Worker::said).toList();
            for (int i = 0; i < readers.size(); i++) {
                assertSaid(readers.get(i).sort().expected(model), answers.get(i), readers.get(i));
            }
            count(model.patched().carries() ? "patched" : "not patched");
        }
    }

    private static void assertUnpatched(Pair pair, Graph graph, Model model) {
        Worker agent = workers.of(pair.writing, Sort.PATCHING).sendUnpatched(graph);
        Worker plain = workers.of(pair.writing, Sort.PLAIN).sendUnpatched(graph);
        byte[] stream = agent.written().expectBytes();
        assertArrayEquals(plain.written().expectBytes(), stream);
        Worker reader = workers.of(pair.reading, Sort.PLAIN);
        assertSaid(model.unpatched().said(), reader.sendStream(stream).said(), reader);
    }

    private static void assertSaid(String expected, Worker.Answer answer, Worker reader) {
        assertEquals(expected, answer.said(), () -> reader + ": " + answer);
    }

    /** Counts what became of the graphs, and fails in the end if there were too few of a sort to mean anything. */
    private static void count(String outcome) {
        Statistics.label("graphs").collect(outcome).coverage(seen -> {
            seen.check("patched").percentage(percent -> percent > 50);
            seen.check("refused").count((refused, all) -> refused > 0 || all < 1000);
        });
    }
}
