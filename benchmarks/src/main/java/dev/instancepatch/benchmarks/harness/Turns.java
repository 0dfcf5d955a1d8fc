package dev.instancepatch.benchmarks.harness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** One competitor's turns: blocks that take about as long as everybody else's, however long its work is. */
final class Turns {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ATTEMPTS = 4;
    private static final double UNDISTURBED = 0.98;

    private final Competitor competitor;
    private final long blockNanos;
    private int times = 1;

    Turns(Competitor competitor, long blockNanos) {
        this.competitor = competitor;
        this.blockNanos = blockNanos;
    }

    String name() {
        return competitor.name();
    }

    /**
     * Takes one turn; returns nanoseconds for doing the work once. A turn in which something else had the processor is taken again, some
     * times at most: work in other threads looks like that too.
     */
    double take() throws Exception {
        double nanos = 0;
        for (int i = 0; i < ATTEMPTS; i++) {
            long begin = System.nanoTime();
            long ranBefore = THREADS.getCurrentThreadCpuTime();
            Sink.swallow(competitor.work().run(times));
            long ran = THREADS.getCurrentThreadCpuTime() - ranBefore;
            nanos = System.nanoTime() - begin;
            if (ran > UNDISTURBED * nanos) {
                break;
            }
        }
        return nanos / times;
    }

    /** Takes one turn, and makes the next ones longer or shorter. */
    void takeAndAdapt() throws Exception {
        double fits = blockNanos / Math.max(take(), 1e-3);
        times = (int) Math.max(1, Math.min(fits, 2.0 * times)); // one slow turn, or one too fast, decides little
    }
}
