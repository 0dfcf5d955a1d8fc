package dev.instancepatch.benchmarks.harness;

import java.util.function.Consumer;

/** What one JVM is started to measure. */
@FunctionalInterface
public interface Experiment {
    /** Measures, and hands over what it measured. */
    void run(Budget budget, Consumer<Measured> results) throws Exception;
}
