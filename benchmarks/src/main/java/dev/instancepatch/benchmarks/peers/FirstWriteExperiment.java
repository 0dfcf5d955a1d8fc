package dev.instancepatch.benchmarks.peers;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.streams.Birds;
import dev.instancepatch.benchmarks.streams.DistinctPatchers;
import dev.instancepatch.benchmarks.streams.Patcher;
import dev.instancepatch.benchmarks.streams.Turkey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes birds with a function of its own each, a stream each, into a file; each function is sent for the first time. */
public final class FirstWriteExperiment implements Experiment {
    /** How many, of which the first is the JVM's very first. */
    static final int FUNCTIONS = 201;

    /** The group of what it measures. */
    public static final String GROUP = "first write";

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        List<byte[]> streams = new ArrayList<>();
        List<Double> nanos = new ArrayList<>();
        for (Patcher patcher : new DistinctPatchers().next(FUNCTIONS)) {
            Turkey bird = new Turkey();
            patcher.patch(bird, 0);
            long begin = System.nanoTime();
            streams.add(Birds.write(bird));
            nanos.add((double) (System.nanoTime() - begin));
        }
        FunctionsFile.write(streams);
        results.accept(First.veryFirst(GROUP, nanos));
        results.accept(First.others(GROUP, nanos));
    }
}
