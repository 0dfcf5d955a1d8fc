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
    private final Map<Key, V> states = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    @Nullable
    V get(Object stream) {
        return states.get(new Key(stream, null));
    }

    V getOrMake(Object stream, Supplier<V> maker) {
        for (Object key = gone.poll(); key != null; key = gone.poll()) {
            states.remove(key);
        }
        V known = get(stream);
        return known != null ? known : states.computeIfAbsent(new Key(stream, gone), k -> maker.get());
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
