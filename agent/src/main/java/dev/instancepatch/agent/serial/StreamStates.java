package dev.instancepatch.agent.serial;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the hooks remember of each stream, for as long as it lives. Keyed by identity and weakly; a state must not refer to its
 * stream.
 *
 * @param <V> the state
 */
final class StreamStates<V> {
    private final Map<Key, Entry<V>> states = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
    private volatile @Nullable Entry<V> last; // a stream asks many times in a row

    @Nullable
    V get(Object stream) {
        Entry<V> entry = last;
        if (entry == null || !entry.key.refersTo(stream)) {
            entry = states.get(new Key(stream, null));
            if (entry == null) {
                return null;
            }
            last = entry;
        }
        return entry.state;
    }

    V getOrMake(Object stream, Supplier<V> maker) {
        V known = get(stream);
        if (known != null) {
            return known;
        }
        for (Object key = gone.poll(); key != null; key = gone.poll()) {
            states.remove(key);
        }
        Key key = new Key(stream, gone);
        return states.computeIfAbsent(key, k -> new Entry<>(key, maker.get())).state;
    }

    private static final class Entry<V> {
        private final Key key;
        private final V state;

        Entry(Key key, V state) {
            this.key = key;
            this.state = state;
        }
    }

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object stream, @Nullable ReferenceQueue<Object> queue) {
            super(stream, queue);
            hash = System.identityHashCode(stream);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            Object stream = get();
            return this == other || (stream != null && other instanceof Key key && key.refersTo(stream));
        }
    }
}
