package dev.instancepatch.benchmarks.harness;

/** One competitor's turns: blocks that take about as long as everybody else's, however long its work is. */
final class Turns {
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

    /** Takes one turn; returns nanoseconds for doing the work once. */
    double take() throws Exception {
        long begin = System.nanoTime();
        Sink.swallow(competitor.work().run(times));
        return (System.nanoTime() - begin) / (double) times;
    }

    /** Takes one turn, and makes the next ones longer or shorter. */
    void takeAndAdapt() throws Exception {
        double fits = blockNanos / Math.max(take(), 1e-3);
        times = (int) Math.max(1, Math.min(fits, 2.0 * times)); // one slow turn, or one too fast, decides little
    }
}
