package dev.instancepatch.benchmarks.scaling;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.streams.AuditLog;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Every load on all cores, by twice as many threads, while the JVM records each time that one of them waits. Results are numbers,
 * not nanoseconds: how often the work was done, and how often a thread waited, by the place in the code.
 */
public final class ContentionExperiment implements Experiment {
    /** The name of the result that says how often the work was done. */
    public static final String TIMES = "times";

    private static final int THREADS_PER_CORE = 2;
    private static final int AT_A_TIME = 100;
    private static final int WARM_UP = 4; // linking takes locks, once

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        AuditLog.mute();
        int threads = THREADS_PER_CORE * Runtime.getRuntime().availableProcessors();
        for (Load load : Load.values()) {
            try (AtOnce crew = new AtOnce(load.works(threads))) {
                runFor(budget.warmUp().multipliedBy(WARM_UP), crew);
                try (Waits waits = Waits.record()) {
                    long times = threads * runFor(budget.warmUp(), crew);
                    results.accept(new Measured(load.title(), TIMES, new double[] {times}));
                    waits.end()
                            .forEach((place, waited) ->
                                    results.accept(new Measured(load.title(), place, new double[] {waited})));
                }
            }
        }
    }

    /** Returns how often the work was done. */
    private static long runFor(Duration duration, AtOnce crew) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        long times = 0;
        while (System.nanoTime() < end) {
            crew.run(AT_A_TIME);
            times += AT_A_TIME;
        }
        return times;
    }
}
