package dev.instancepatch.parcel;

import java.io.IOException;

/**
 * Java serialization calls itself once for each object it meets on its way down. What overflows the caller's stack is done once
 * more, by a thread with a larger one while the caller waits: not at once, because there neither the caller's thread-locals are
 * seen nor its locks held.
 */
final class LargeStack {
    // 100,000 nodes take 64 to 128 MiB, and twice that where their writeObject or readObject is called by reflection.
    private static final long LARGEST = 512L << 20;
    private static final long SMALLEST = 256L << 20;
    private static final long LAST_RESORT = 64L << 20; // where the process may not reserve more

    private LargeStack() {}

    /** What may be done twice. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Says how deep is too deep. */
    interface Refusal {
        Exception of(long stackBytes, Throwable overflow);
    }

    /** Returns what the work returns; throws what it throws, whatever that is. */
    static <T> T run(Work<T> work, Refusal tooDeep) throws IOException {
        Rehearsal.once();
        try {
            return work.run();
        } catch (StackOverflowError first) {
            return runAgain(work, tooDeep);
        }
    }

    private static <T> T runAgain(Work<T> work, Refusal tooDeep) throws IOException {
        OtherThread<T> other = OtherThread.start(work, size(), LAST_RESORT);
        try {
            return other.result();
        } catch (StackOverflowError second) {
            throw LargeStack.<RuntimeException>asItIs(tooDeep.of(other.stackBytes(), second));
        } catch (Throwable e) {
            throw LargeStack.<RuntimeException>asItIs(e);
        }
    }

    /** What is reserved is used only as far as the graph is deep; still, a large JVM may use more. */
    private static long size() {
        return Math.max(SMALLEST, Math.min(LARGEST, Runtime.getRuntime().maxMemory()));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asItIs(Throwable e) throws E {
        throw (E) e;
    }
}
