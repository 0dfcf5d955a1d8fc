package dev.instancepatch.benchmarks.weaving;

import dev.instancepatch.Patch;
import dev.instancepatch.benchmarks.copies.NumberedCopies;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import java.util.function.Consumer;

/**
 * A hot loop over unpatched objects while another object of their class gets the class's first patch: how long until it is as fast
 * as it will be.
 */
public final class HotLoopExperiment implements Experiment {
    private static final int CLASSES = 10;

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        Population.LARGE.settle();
        ClassLoader parent = HotLoopExperiment.class.getClassLoader();
        NumberedCopies copies = new NumberedCopies(Flock0000.class.getName(), parent);
        NumberedCopies.Defining loader = new NumberedCopies.Defining(parent);
        patchFirst((Flock)
                copies.define(CLASSES + 1, loader).getDeclaredConstructor().newInstance());
        double[] recovered = new double[CLASSES];
        double[] slower = new double[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            Class<?> type = copies.define(i + 1, loader);
            try (HotLoop loop =
                    new HotLoop((Flock) type.getDeclaredConstructor().newInstance())) {
                loop.run(500);
                int before = loop.position();
                patchFirst((Flock) type.getDeclaredConstructor().newInstance());
                int after = loop.position();
                loop.run(500);
                recovered[i] = loop.recovered(before, after);
                slower[i] = loop.typicalEnd() / loop.typicalBefore(before);
            }
        }
        results.accept(new Measured("hot loop", "as fast as it will be, after", recovered));
        results.accept(new Measured("hot loop", "slower then, ratio", slower));
    }

    private static void patchFirst(Flock flock) {
        Patch.on(flock).method("age", self -> 42);
        if (flock.age() != 42) {
            throw new IllegalStateException("not patched");
        }
    }
}
