package dev.instancepatch.agent.serial;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the hooks remember of each stream that a thread is using, by identity and weakly; a state must not refer to its stream. A
 * graph is written, and read, by one thread; of what lasts longer, which payloads the stream holds already saves bytes only, and what signed
 * functions have captured is refused to that thread.
 *
 * <p>Streams are many and short-lived. A map with weak keys for all of them kept the collector busy for a fifth of the time.
 *
 * @param <V> the state
 */
final class StreamStates<V extends StreamStates.State> {
    /** More streams than this, one within the other, all keep their states; of those at rest, the oldest are forgotten. */
    private static final int AT_REST = 8;

    private final ThreadLocal<List<Entry<V>>> mine = ThreadLocal.withInitial(ArrayList::new);

    /** What is remembered of a stream. */
    interface State {
        /** Returns true if the stream is in the middle of an object. */
        boolean isInUse();
    }

    @Nullable
    V get(Object stream) {
        return find(mine.get(), stream);
    }

    V getOrMake(Object stream, Supplier<V> maker) {
        List<Entry<V>> entries = mine.get();
        V known = find(entries, stream);
        if (known == null) {
            known = maker.get();
            makeRoom(entries);
            entries.add(new Entry<>(stream, known));
        }
        return known;
    }

    /** Newest first: that is the innermost. */
    private static <V> @Nullable V find(List<Entry<V>> entries, Object stream) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry<V> entry = entries.get(i);
            if (entry.refersTo(stream)) {
                return entry.state;
            }
        }
        return null;
    }

    private static <V extends State> void makeRoom(List<Entry<V>> entries) {
        for (int i = 0; i < entries.size() && entries.size() >= AT_REST; i++) {
            if (!entries.get(i).state.isInUse() || entries.get(i).refersTo(null)) {
                entries.remove(i--);
            }
        }
    }

    private static final class Entry<V> extends WeakReference<Object> {
        private final V state;

        Entry(Object stream, V state) {
            super(stream);
            this.state = state;
        }
    }
}
