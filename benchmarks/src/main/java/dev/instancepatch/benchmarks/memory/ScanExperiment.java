package dev.instancepatch.benchmarks.memory;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Competition;
import dev.instancepatch.benchmarks.harness.Competitor;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.harness.Work;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Adds up a field of a million objects, more than the caches hold; for comparing JVMs of two kinds. */
public final class ScanExperiment implements Experiment {
    private static final int OBJECTS = 1_000_000;

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        One[] ones = filled(new One[OBJECTS], One::new);
        Two[] twos = filled(new Two[OBJECTS], Two::new);
        One[] shuffled = ones.clone();
        Collections.shuffle(Arrays.asList(shuffled), new Random(1));
        new Competition(
                        budget,
                        List.of(
                                new Competitor("one int field, in the order of allocation", scan(ones)),
                                new Competitor("one int field, in random order", scan(shuffled)),
                                new Competitor("two int fields, in the order of allocation", scan(twos))))
                .run("scan")
                .forEach(results);
    }

    private static <T> T[] filled(T[] array, IntFunction<T> make) throws InterruptedException {
        Arrays.setAll(array, make);
        Used.now(); // moves them to where they stay
        return array;
    }

    private static Work scan(One[] all) {
        return checked(Work.repeating(() -> {
            long sum = 0;
            for (One one : all) {
                sum += one.a;
            }
            return sum;
        }));
    }

    private static Work scan(Two[] all) {
        return checked(Work.repeating(() -> {
            long sum = 0;
            for (Two two : all) {
                sum += two.b;
            }
            return sum;
        }));
    }

    private static Work checked(Work work) {
        return times -> {
            Object sum = work.run(times);
            if (!Long.valueOf(OBJECTS * (OBJECTS - 1L) / 2).equals(sum)) {
                throw new IllegalStateException("the sum is " + sum);
            }
            return sum;
        };
    }

    private static final class One {
        private final int a;

        One(int a) {
            this.a = a;
        }
    }

    @SuppressWarnings("unused") // a field that is there to take room
    private static final class Two {
        private final int a;
        private final int b;

        Two(int b) {
            this.a = -b;
            this.b = b;
        }
    }
}
