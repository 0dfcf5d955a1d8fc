package dev.instancepatch.benchmarks.streams;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Competition;
import dev.instancepatch.benchmarks.harness.Competitor;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.harness.Work;
import dev.instancepatch.benchmarks.streams.StreamExperiment.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Unpatched birds only, for comparing JVMs of two kinds: measured twice, so that something may happen between. A JVM without the
 * agent is measured twice as well, since the second time is another time.
 */
public final class UnpatchedExperiment implements Experiment {
    /** The group of the first results. */
    public static final String BEFORE = "before";

    /** The group of the second ones. */
    public static final String AFTER = "after";

    private static final int MANY = 1_000;

    private final Callable<?> between;

    private UnpatchedExperiment(Callable<?> between) {
        this.between = between;
    }

    /** Returns the experiment in which nothing happens between; needs no agent. */
    public static Experiment untouched() {
        return new UnpatchedExperiment(() -> "");
    }

    /** Returns the experiment in which another bird is patched, written, read and called between. */
    public static Experiment patchingBetween() {
        return new UnpatchedExperiment(() -> new ReadingAndCalling(Patched.OWN_CODE, 1).call());
    }

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        List<Competitor> competitors = new ArrayList<>();
        for (Act act : List.of(Act.WRITE, Act.READ)) {
            for (int birds : List.of(1, MANY)) {
                competitors.add(
                        new Competitor(act.title() + " " + birds, Work.repeating(act.on(Patched.UNPATCHED, birds))));
            }
        }
        new Competition(budget, competitors).run(BEFORE).forEach(results);
        between.call();
        new Competition(budget, competitors).run(AFTER).forEach(results);
    }
}
