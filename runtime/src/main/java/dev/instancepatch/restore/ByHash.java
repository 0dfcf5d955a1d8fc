package dev.instancepatch.restore;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was made of received code, by content hash, without what nobody uses any more.
 *
 * <p>Swept whenever it has doubled, and not for each entry: ten thousand functions would look at each other fifty million times.
 * So at most every other entry is one that could go.
 */
final class ByHash<V> {
    private static final int SWEEP_FROM = 64;

    private final Map<String, V> entries = new HashMap<>();
    private final Predicate<V> abandoned;
    private int sweepAt = SWEEP_FROM;

    ByHash(Predicate<V> abandoned) {
        this.abandoned = abandoned;
    }

    @Nullable
    V get(String hash) {
        return entries.get(hash);
    }

    void put(String hash, V value) {
        if (entries.size() >= sweepAt) {
            entries.values().removeIf(abandoned);
            sweepAt = Math.max(SWEEP_FROM, 2 * entries.size());
        }
        entries.put(hash, value);
    }
}
