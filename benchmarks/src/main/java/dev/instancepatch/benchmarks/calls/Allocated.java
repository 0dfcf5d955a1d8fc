package dev.instancepatch.benchmarks.calls;

import com.sun.management.ThreadMXBean;
import dev.instancepatch.benchmarks.harness.Work;
import java.lang.management.ManagementFactory;

/** What a call allocates. */
final class Allocated {
    private static final int CALLS = 10_000;

    private Allocated() {}

    /** Returns bytes: those of ten thousand calls more, divided by as many, so that what the loop itself allocates does not count. */
    static double byCall(Work work) throws Exception {
        return Math.max(0, (of(work, 2 * CALLS) - of(work, CALLS)) / (double) CALLS);
    }

    private static long of(Work work, int calls) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run(calls);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
