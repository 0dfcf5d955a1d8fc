package dev.instancepatch.benchmarks.weaving;

import dev.instancepatch.Patch;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What a thread sees of first patches that another one makes: the longest gap between two looks at the clock while a class is
 * woven, against the longest one in a time as long in which nothing happens.
 */
public final class PauseExperiment implements Experiment {
    private static final int CLASSES = 100;

    private final Population population;

    /** Makes an experiment. */
    public PauseExperiment(Population population) {
        this.population = population;
    }

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        List<Bird> birds = Birds.ofDifferentClasses(2 * CLASSES + 1);
        population.settle();
        Birds.patch(birds.get(2 * CLASSES));
        double[] quiet = new double[CLASSES];
        double[] patching = new double[CLASSES];
        try (Gaps gaps = new Gaps()) {
            for (int i = 0; i < CLASSES; i++) {
                gaps.next();
                long begin = System.nanoTime();
                Birds.patch(birds.get(i));
                long took = System.nanoTime() - begin;
                patching[i] = gaps.next();
                LockSupport.parkNanos(took);
                quiet[i] = gaps.next();
            }
            report(results, "nothing happens (noise)", quiet);
            report(results, "first patch of a class", patching);
            List<Bird> together = birds.subList(CLASSES, 2 * CLASSES);
            gaps.next();
            Patch.prepare(Birds.classes(together));
            report(results, "100 classes prepared in one step", new double[] {gaps.next()});
            together.forEach(Birds::patch);
            report(results, "all first patches of those together", new double[] {gaps.next()});
            together.forEach(Birds::call);
        }
    }

    private void report(Consumer<Measured> results, String what, double[] nanos) {
        results.accept(new Measured(population.title(), what, nanos));
        if (nanos.length > 1) {
            double longest = Arrays.stream(nanos).max().orElseThrow();
            results.accept(new Measured(
                    population.title(), what + ", the longest of " + nanos.length, new double[] {longest}));
        }
    }
}
