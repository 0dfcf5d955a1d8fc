package dev.instancepatch.benchmarks.peers;

import dev.instancepatch.Trust;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.streams.AuditLog;
import dev.instancepatch.benchmarks.streams.Birds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads what {@link FirstWriteExperiment} wrote in another JVM, each stream once, and calls each bird once. */
public final class FirstReadExperiment implements Experiment {
    /** The group of reads. */
    public static final String READ = "first read";

    /** The group of reads with a call behind them. */
    public static final String READ_AND_CALL = "first read and first call";

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        Trust.all().install();
        AuditLog.mute();
        List<Double> reads = new ArrayList<>();
        List<Double> both = new ArrayList<>();
        for (byte[] stream : FunctionsFile.read()) {
            long begin = System.nanoTime();
            Object bird = Birds.read(stream);
            long read = System.nanoTime();
            String said = Birds.call(bird);
            long called = System.nanoTime();
            if (!said.equals("SQUAWK " + reads.size())) {
                throw new IllegalStateException("it says " + said);
            }
            reads.add((double) (read - begin));
            both.add((double) (called - begin));
        }
        results.accept(First.veryFirst(READ, reads));
        results.accept(First.others(READ, reads));
        results.accept(First.veryFirst(READ_AND_CALL, both));
        results.accept(First.others(READ_AND_CALL, both));
    }
}
