package dev.instancepatch.benchmarks.weaving;

/** A thread that does nothing but look at the clock: the longest time between two looks is how long it stood still. */
final class Gaps implements AutoCloseable {
    private volatile boolean stop;
    private volatile int window;
    private volatile int seen = -1;
    private volatile long longest; // in the window that is over

    Gaps() {
        Thread thread = new Thread(this::look, "looks at the clock");
        thread.setDaemon(true);
        thread.start();
        next();
    }

    private void look() {
        long before = System.nanoTime();
        long gap = 0;
        int mine = -1;
        while (!stop) {
            long now = System.nanoTime();
            gap = Math.max(gap, now - before);
            before = now;
            if (mine != window) {
                longest = gap;
                mine = window;
                gap = 0;
                seen = mine;
            }
        }
    }

    /** Begins another window of time; returns the longest gap of the one that ends. */
    long next() {
        int next = window + 1;
        window = next;
        while (seen != next) {
            Thread.onSpinWait();
        }
        return longest;
    }

    @Override
    public void close() {
        stop = true;
    }
}
