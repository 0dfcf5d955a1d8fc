package dev.instancepatch.benchmarks.growth;

import dev.instancepatch.benchmarks.streams.Birds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** How long the steps of equal crowds took, crowd by crowd. */
final class Journeys {
    private static final int AT_LEAST = 3;

    private final Crowd crowd;
    private final int items;
    private final List<long[]> nanos = new ArrayList<>(); // by step

    private Journeys(Crowd crowd, int items) {
        this.crowd = crowd;
        this.items = items;
    }

    /** Sends crowds until that took so long, three at least. */
    static Journeys of(Crowd crowd, int items, long enough) throws Exception {
        Journeys journeys = new Journeys(crowd, items);
        long spent = 0;
        while (spent < enough || journeys.nanos.size() < AT_LEAST) {
            journeys.go();
            spent += journeys.last();
        }
        return journeys;
    }

    private void go() throws Exception {
        Callable<Object> patching = crowd.prepare(items);
        long begin = System.nanoTime();
        Object root = patching.call();
        long patched = System.nanoTime();
        byte[] bytes = Birds.write(root);
        long written = System.nanoTime();
        Object read = Birds.read(bytes);
        long received = System.nanoTime();
        String says = crowd.call(read, items);
        long called = System.nanoTime();
        if (!says.startsWith(crowd.says())) {
            throw new IllegalStateException("it says " + says + ", not " + crowd.says());
        }
        nanos.add(new long[] {patched - begin, written - patched, received - written, called - received});
    }

    private long last() {
        long sum = 0;
        for (long step : nanos.get(nanos.size() - 1)) {
            sum += step;
        }
        return sum;
    }

    /** Returns the time of a step, by crowd, for each of its members. */
    double[] nanosPerItem(Step step) {
        return nanos.stream()
                .mapToDouble(steps -> steps[step.ordinal()] / (double) items)
                .toArray();
    }
}
