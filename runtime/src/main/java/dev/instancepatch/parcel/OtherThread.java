package dev.instancepatch.parcel;

import dev.instancepatch.wire.ApplicationLoader;
import org.jspecify.annotations.Nullable;

/** Does the work of one call in a thread of its own. */
final class OtherThread<T> {
    private final LargeStack.Work<T> work;
    private final Thread thread;
    private final long stackBytes;
    private final ClassLoader callers = CallersLoader.find();
    private @Nullable T result; // written before the thread ends, read after
    private @Nullable Throwable failure;

    private OtherThread(LargeStack.Work<T> work, long stackBytes) {
        this.work = work;
        this.stackBytes = stackBytes;
        this.thread = new Thread(null, this::run, "instance-patch-deep-graph", stackBytes);
        thread.setDaemon(true);
    }

    /**
     * Starts a thread, with a smaller stack where this process may not reserve as much.
     *
     * @param smallest what must be possible
     */
    static <T> OtherThread<T> start(LargeStack.Work<T> work, long stackBytes, long smallest) {
        OtherThread<T> other = new OtherThread<>(work, stackBytes);
        try {
            other.thread.start();
            return other;
        } catch (OutOfMemoryError noRoom) {
            if (stackBytes / 4 < smallest) {
                throw noRoom;
            }
            return start(work, stackBytes / 4, smallest);
        }
    }

    long stackBytes() {
        return stackBytes;
    }

    private void run() {
        try {
            ApplicationLoader.workFor(callers);
            result = work.run();
        } catch (Throwable e) {
            failure = e;
        }
    }

    /** Waits; an interrupt reaches the work, and the caller afterwards. */
    T result() throws Throwable {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }
}
