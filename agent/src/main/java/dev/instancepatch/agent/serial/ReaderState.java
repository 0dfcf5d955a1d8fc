package dev.instancepatch.agent.serial;

import dev.instancepatch.wire.Payload;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The payloads of the objects that one stream is in the middle of reading, innermost on top. */
final class ReaderState implements StreamStates.State {
    private static final StreamStates<ReaderState> OF = new StreamStates<>();

    /** Of all streams: while there are none, an object that was read costs one look. */
    private static final AtomicInteger ALL_PENDING = new AtomicInteger();

    private final Deque<Pending> pending = new ArrayDeque<>();
    private @Nullable ObjectStreamClass described;
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
        return !pending.isEmpty() || described != null || resolving;
    }

    void push(long depth, Payload payload) {
        pending.push(new Pending(depth, payload));
        ALL_PENDING.incrementAndGet();
    }

    /** Returns the payload read with the object at this depth, or null. */
    @Nullable
    Payload pop(long depth) {
        unwind(depth);
        return !pending.isEmpty() && pending.peek().depth == depth ? remove() : null;
    }

    /** An application may catch an exception out of a nested read and go on: what lay deeper never comes back. */
    void unwind(long deepest) {
        while (!pending.isEmpty() && pending.peek().depth > deepest) {
            remove();
        }
    }

    private @Nullable Payload remove() {
        ALL_PENDING.decrementAndGet();
        return pending.pop().get();
    }

    /** Notes a descriptor that the reader must not lose, or null; returns the one noted before. */
    @Nullable
    ObjectStreamClass described(@Nullable ObjectStreamClass next) {
        ObjectStreamClass before = described;
        described = next;
        return before;
    }

    /** Notes that the reader is deciding on one of our classes, or has. */
    void resolving(boolean now) {
        resolving = now;
    }

    boolean isResolving() {
        return resolving;
    }

    /** Weak like all that a stream's state refers to; the stream itself holds what it is in the middle of reading. */
    private static final class Pending extends WeakReference<Payload> {
        private final long depth;

        Pending(long depth, Payload payload) {
            super(payload);
            this.depth = depth;
        }
    }
}
