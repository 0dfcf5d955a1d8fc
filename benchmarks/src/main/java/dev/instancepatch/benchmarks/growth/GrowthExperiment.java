package dev.instancepatch.benchmarks.growth;

import dev.instancepatch.Trust;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.streams.AuditLog;
import java.util.function.Consumer;

/**
 * One crowd of 1, 10, 100 and so on, taken through a stream again and again; nanoseconds for each of its members. A crowd is new
 * each time, so that what happens for the first time always does.
 */
public final class GrowthExperiment implements Experiment {
    private static final int TEN = 10;
    private static final int WARM_UP = 4; // there is more to compile than in a competition
    private static final int WARM_UP_WITH = 100;

    private final Crowd crowd;

    /** Makes an experiment. */
    public GrowthExperiment(Crowd crowd) {
        this.crowd = crowd;
    }

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        Trust.all().install();
        AuditLog.mute();
        Journeys.of(crowd, WARM_UP_WITH, WARM_UP * budget.warmUp().toNanos());
        long enough = budget.block().toNanos() * budget.rounds();
        for (int items = 1; items <= Math.min(crowd.most(), budget.most()); items *= TEN) {
            System.gc(); // what the last size left behind is not this one's
            Journeys journeys = Journeys.of(crowd, items, enough);
            for (Step step : Step.values()) {
                results.accept(new Measured(step.name(), String.valueOf(items), journeys.nanosPerItem(step)));
            }
        }
    }
}
