package dev.instancepatch.agent.serial;

import dev.instancepatch.code.ClassUnit;
import java.io.ObjectOutputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** What one stream is in the middle of writing, innermost on top. Refers to objects weakly: they may lead back to the stream. */
final class WriterState implements StreamStates.State {
    private static final StreamStates<WriterState> OF = new StreamStates<>();

    // While nothing was ever written in a patched object's place, or is finished late, there is nothing to look for.
    private static volatile boolean anyRider;
    private static volatile boolean anyUnfinished;

    /** In the place of new ones: each costs, and its collection too. */
    private static final WeakReference<Object> NOTHING = new WeakReference<>(null);

    private final SharedPayloads payloads = new SharedPayloads();
    private final Deque<Departure> departures = new ArrayDeque<>(4);
    private @Nullable Unfinished unfinished; // made when needed, like the next two: most streams write a patch or two
    private @Nullable KeptApart apart;
    private @Nullable Map<Class<?>, ClassUnit> brought; // weak keys; a unit is bytes, and refers to no class
    private WeakReference<Object> asked = NOTHING;
    private int askedAt;
    private WeakReference<Object> replaced = NOTHING;
    private WeakReference<Object> replacement = NOTHING;

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
        if (owner == null) {
            return written;
        }
        state.replacement = NOTHING; // for this one write
        return owner;
    }

    @Override
    public boolean isInUse() {
        return !departures.isEmpty()
                || (unfinished != null && !unfinished.isEmpty())
                || replacement.get() != null
                || (apart != null && !apart.isEmpty())
                || (brought != null && !brought.isEmpty());
    }

    /** Returns the classes that functions brought along; not to be changed. */
    Map<Class<?>, ClassUnit> brought() {
        return brought == null ? Map.of() : brought;
    }

    void bring(Map<Class<?>, ClassUnit> more) {
        if (brought == null) {
            brought = new WeakHashMap<>(4);
        }
        brought.putAll(more);
    }

    KeptApart apart() {
        if (apart == null) {
            apart = new KeptApart();
        }
        return apart;
    }

    /** Returns the function that captured an object which is to stand in the stream only once, or null. */
    @Nullable
    String holder(ObjectOutputStream out, Object object) {
        return apart == null ? null : apart.holder(out, object);
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

    /** Notes the last patched object for which another may be written. */
    void asks(Object patched, int depth) {
        asked = new WeakReference<>(patched);
        askedAt = depth;
    }

    /** Returns the object noted at this depth, once. */
    @Nullable
    Object asked(int depth) {
        Object object = askedAt == depth ? asked.get() : null;
        asked = NOTHING;
        return object;
    }

    void begin(Departure departure, int depth) {
        asked = NOTHING;
        replacement = NOTHING;
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

    /** Notes an object that a reader has only when all of it is read. */
    static void beginUnfinished(ObjectOutputStream out, Object written) {
        of(out).unfinished().begin(written, Streams.depth(out));
        anyUnfinished = true;
    }

    static void endUnfinished(ObjectOutputStream out, Object written) {
        WriterState state = anyUnfinished ? known(out) : null;
        if (state != null && state.unfinished != null) {
            state.unfinished.end(written);
        }
    }

    private Unfinished unfinished() {
        if (unfinished == null) {
            unfinished = new Unfinished();
        }
        return unfinished;
    }

    /** Returns the departure whose payload refers to what a reader does not have yet, by this handle; null if none does. */
    static @Nullable Departure inVain(ObjectOutputStream out, int handle) {
        WriterState state = anyUnfinished ? known(out) : null;
        if (state == null || state.unfinished == null || state.unfinished.isEmpty()) {
            return null;
        }
        int depth = Streams.depth(out);
        for (Departure departure : state.departures) {
            if (departure.isPayloadAt(depth)) {
                return state.unfinished.has(out, handle) ? departure : null;
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
