package dev.instancepatch.agent.serial;

import dev.instancepatch.wire.Payload;
import java.io.ObjectInputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The payloads of the objects that one stream is in the middle of reading, innermost on top. */
final class ReaderState implements StreamStates.State {
    private static final StreamStates<ReaderState> OF = new StreamStates<>();

    /** Of all streams: while there are none, an object that was read costs one look. */
    private static final AtomicInteger ALL_PENDING = new AtomicInteger();

    /** The innermost; a link each, so that a stack that overflows leaves it as it was or as it should be. */
    private @Nullable Pending pending;

    private boolean resolving;

    static boolean anyPending() {
        return ALL_PENDING.get() != 0;
    }

    static ReaderState of(ObjectInputStream in) {
        return OF.getOrMake(in, ReaderState::new);
    }

    static @Nullable ReaderState known(ObjectInputStream in) {
        return OF.get(in);
    }

    @Override
    public boolean isInUse() {
        return pending != null || resolving;
    }

    /** Returns false if the object at this depth has one already. */
    boolean push(long depth, Payload payload) {
        if (pending != null && pending.depth == depth) {
            return false;
        }
        ALL_PENDING.incrementAndGet(); // first: an overflow between the two must not let another payload go unseen
        pending = new Pending(depth, payload, pending);
        return true;
    }

    /** Returns the payload read with the object at this depth, or null. */
    @Nullable
    Payload pop(long depth) {
        unwind(depth);
        Pending innermost = pending;
        if (innermost == null || innermost.depth != depth) {
            return null;
        }
        remove(innermost);
        return innermost.payload;
    }

    /** An application may catch an exception out of a nested read and go on: what lay deeper never comes back. */
    void unwind(long deepest) {
        for (Pending innermost = pending; innermost != null && innermost.depth > deepest; innermost = pending) {
            remove(innermost);
        }
    }

    private void remove(Pending innermost) {
        pending = innermost.outer;
        ALL_PENDING.decrementAndGet(); // last, for the same reason
    }

    /** Notes that the reader is deciding on one of our classes, or has. */
    void resolving(boolean now) {
        resolving = now;
    }

    boolean isResolving() {
        return resolving;
    }

    /** Held strongly while it waits: read unshared, nobody else holds it. */
    private static final class Pending {
        private final long depth;
        private final Payload payload;
        private final @Nullable Pending outer;

        Pending(long depth, Payload payload, @Nullable Pending outer) {
            this.depth = depth;
            this.payload = payload;
            this.outer = outer;
        }
    }
}
