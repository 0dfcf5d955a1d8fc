package dev.instancepatch.benchmarks.weaving;

import dev.instancepatch.Patch;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import java.util.List;
import java.util.function.Consumer;

/** A hundred classes that the JVM retransforms for nothing, a hundred that are patched, and a hundred that are prepared first. */
public final class HundredClassesExperiment implements Experiment {
    private static final int CLASSES = 100;

    private final Population population;

    /** Makes an experiment. */
    public HundredClassesExperiment(Population population) {
        this.population = population;
    }

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        List<Bird> birds = Birds.ofDifferentClasses(4 * CLASSES + 1);
        population.settle();
        Birds.patch(birds.get(4 * CLASSES)); // all that is done once in a JVM
        Report report = new Report(population.title(), results);
        report.each(
                "the JVM alone, class by class", birds.subList(0, CLASSES), b -> JvmAlone.retransform(b.getClass()));
        List<Bird> alone = birds.subList(CLASSES, 2 * CLASSES);
        report.each("first patch of a class", alone, Birds::patch);
        report.each("first call of the patched method", alone, Birds::call);
        List<Bird> untouched = birds.subList(2 * CLASSES, 3 * CLASSES);
        report.together(
                "the JVM alone, 100 classes in one step, a class",
                untouched,
                () -> JvmAlone.retransform(Birds.classes(untouched)));
        List<Bird> together = birds.subList(3 * CLASSES, 4 * CLASSES);
        report.together(
                "100 classes prepared in one step, a class", together, () -> Patch.prepare(Birds.classes(together)));
        report.each("first patch of a prepared class", together, Birds::patch);
        together.forEach(Birds::call);
    }

    private interface Action {
        void run() throws Exception;
    }

    private interface OnBird {
        void run(Bird bird) throws Exception;
    }

    private record Report(String group, Consumer<Measured> results) {
        void each(String what, List<Bird> birds, OnBird action) throws Exception {
            double[] nanos = new double[birds.size()];
            for (int i = 0; i < nanos.length; i++) {
                long begin = System.nanoTime();
                action.run(birds.get(i));
                nanos[i] = System.nanoTime() - begin;
            }
            results.accept(new Measured(group, what, nanos));
        }

        void together(String what, List<Bird> birds, Action action) throws Exception {
            long begin = System.nanoTime();
            action.run();
            double each = (System.nanoTime() - begin) / (double) birds.size();
            results.accept(new Measured(group, what, new double[] {each}));
        }
    }
}
