package dev.instancepatch.benchmarks.weaving;

import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import java.util.List;
import java.util.function.Consumer;

/** The first patch that a JVM makes; once in a JVM, so launches are repeated. */
public final class FirstPatchExperiment implements Experiment {
    private final boolean prepared;

    /**
     * Makes an experiment.
     *
     * @param prepared true to prepare no class first, which does all that is done once in a JVM
     */
    public FirstPatchExperiment(boolean prepared) {
        this.prepared = prepared;
    }

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        List<Bird> birds = Birds.ofDifferentClasses(2);
        long begin = System.nanoTime();
        Replacement0<Bird, String> function = self -> "SQUAWK";
        long written = System.nanoTime();
        if (prepared) {
            Patch.prepare();
        }
        long ready = System.nanoTime();
        Patch.on(birds.get(0)).method("hi", function);
        long patched = System.nanoTime();
        Birds.call(birds.get(0));
        long called = System.nanoTime();
        if (prepared) {
            say(results, "<code>Patch.prepare()</code>, of no class", ready - written);
        } else {
            say(results, "a Serializable lambda, without us", written - begin);
        }
        say(results, prepared ? "first patch, after that" : "first patch", patched - ready);
        say(results, prepared ? "its first call, after that" : "its first call", called - patched);
    }

    private static void say(Consumer<Measured> results, String what, long nanos) {
        results.accept(new Measured("first in a JVM", what, new double[] {nanos}));
    }
}
