package dev.instancepatch.agent.serial;

import java.io.ObjectOutputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What one stream is in the middle of writing, innermost on top. Refers to objects weakly: they may lead back to the stream. */
final class WriterState implements StreamStates.State {
    private static final StreamStates<WriterState> OF = new StreamStates<>();

    private static volatile boolean
            anyRider; // no object was ever written in a patched one's place: nothing to look for
    private static volatile boolean anyWatched;

    private final SharedPayloads payloads = new SharedPayloads();
    private final Deque<Departure> departures = new ArrayDeque<>();
    private WeakReference<Object> replaced = new WeakReference<>(null);
    private WeakReference<Object> replacement = new WeakReference<>(null);

    static WriterState of(ObjectOutputStream out) {
        return OF.getOrMake(out, WriterState::new);
    }

    static @Nullable WriterState known(ObjectOutputStream out) {
        return OF.get(out);
    }

    /** Returns the object whose patches an object in a stream carries: its own, or those of the object it replaces. */
    static Object owner(ObjectOutputStream out, Object written) {
        WriterState state = anyRider ? known(out) : null;
        Object owner = state != null && state.replacement.refersTo(written) ? state.replaced.get() : null;
        return owner == null ? written : owner;
    }

    /** Returns true if a stream's next reference may be one that a reader cannot resolve yet. */
    static boolean watchesAny() {
        return anyWatched;
    }

    @Override
    public boolean isInUse() {
        return !departures.isEmpty() || replacement.get() != null;
    }

    SharedPayloads payloads() {
        return payloads;
    }

    /** Lets the patches of an object ride on what is written next, in its place. */
    void ride(Object patched, Object next) {
        replaced = new WeakReference<>(patched);
        replacement = new WeakReference<>(next);
        anyRider = true;
    }

    void begin(Departure departure, int depth) {
        replacement = new WeakReference<>(null);
        while (!departures.isEmpty() && departures.peek().isOver(depth)) {
            departures.pop();
        }
        departures.push(departure);
    }

    /** Returns true if an object's own patches lead back to it while they are written. */
    boolean isLeaving(Object object) {
        return departures.stream().anyMatch(d -> d.isOf(object));
    }

    /** Returns the departure of the object whose turn it is, or null if it is not a patched one's. */
    @Nullable
    Departure current(int depth) {
        while (!departures.isEmpty() && departures.peek().isOver(depth + 1)) {
            departures.pop();
        }
        return departures.peek();
    }

    void watch(Departure departure, int handle) {
        departure.watch(handle);
        anyWatched = true;
    }

    @Nullable
    Departure watching(int handle, int depth) {
        for (Departure departure : departures) {
            if (departure.watches(handle) && !departure.isOver(depth)) {
                return departure;
            }
        }
        return null;
    }

    /** The payload has been written. */
    void end(Departure departure) {
        while (!departures.isEmpty() && departures.pop() != departure) {
            // left behind by exceptions
        }
    }
}
