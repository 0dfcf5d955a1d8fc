package dev.instancepatch.benchmarks.weaving;

import java.util.Arrays;

/** A thread that runs a flock's loop in short blocks, and remembers when each ended and how long it took. */
final class HotLoop implements AutoCloseable {
    private static final int BLOCKS = 1 << 19;
    private static final int TIMES = 256; // some ten microseconds a block
    private static final int STEADY = 20; // blocks that count as one
    private static final double AS_FAST = 1.2;

    private final Flock flock;
    private final long[] ended = new long[BLOCKS];
    private final long[] took = new long[BLOCKS];
    private volatile int position;
    private volatile boolean stop;
    private volatile long sum;

    HotLoop(Flock flock) {
        this.flock = flock;
        Thread thread = new Thread(this::loop, "hot loop");
        thread.setDaemon(true);
        thread.start();
    }

    private void loop() {
        long begin = System.nanoTime();
        for (int i = 0; i < BLOCKS && !stop; i++) {
            sum = flock.run(TIMES);
            long end = System.nanoTime();
            ended[i] = end;
            took[i] = end - begin;
            begin = end;
            position = i + 1;
        }
    }

    void run(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /** Returns how many blocks have ended. */
    int position() {
        return position;
    }

    /**
     * Returns the nanoseconds until blocks take as long as the last ones do.
     *
     * @param before the position when the patch began
     * @param after the position when it was made
     */
    double recovered(int before, int after) {
        double goal = AS_FAST * typicalEnd();
        int last = position - STEADY;
        for (int i = after; i < last; i++) {
            if (median(i, i + STEADY) <= goal) {
                return ended[i] - ended[before - 1];
            }
        }
        throw new IllegalStateException("the loop ended too early: " + position + " blocks");
    }

    double typicalEnd() {
        int end = position;
        return median(end - end / 5, end);
    }

    double typicalBefore(int before) {
        return median(before - before / 5, before);
    }

    private double median(int from, int to) {
        long[] sorted = Arrays.copyOfRange(took, from, to);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public void close() {
        stop = true;
    }
}
