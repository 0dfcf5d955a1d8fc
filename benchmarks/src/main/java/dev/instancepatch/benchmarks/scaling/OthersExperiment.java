package dev.instancepatch.benchmarks.scaling;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Competition;
import dev.instancepatch.benchmarks.harness.Competitor;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.harness.Work;
import java.util.List;
import java.util.function.Consumer;

/** One object is patched and restored while more and more others are patched; the second copy is the noise floor. */
public final class OthersExperiment implements Experiment {
    /** The name of the one that is measured. */
    public static final String ONE = "patch and restore one";

    /** The name of its copy. */
    public static final String AGAIN = ONE + ", second copy (noise)";

    private static final List<Integer> COUNTS = List.of(0, 1_000, 10_000, 100_000, 1_000_000);

    private final Others others;

    /** Makes an experiment. */
    public OthersExperiment(Others others) {
        this.others = others;
    }

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        Object one = others.one();
        Object another = others.one();
        List<Competitor> competitors = List.of(
                new Competitor(ONE, Work.repeating(() -> others.patchAndRestore(one))),
                new Competitor(AGAIN, Work.repeating(() -> others.patchAndRestore(another))));
        new Competition(budget, competitors).run("warm-up");
        for (int count : COUNTS) {
            if (count <= budget.most()) {
                others.patch(count);
                System.gc(); // they are long-lived, and take no part in collections from now on
                new Competition(budget, competitors).run(String.valueOf(count)).forEach(results);
            }
        }
    }
}
