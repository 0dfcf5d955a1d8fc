package dev.instancepatch.restore;

import dev.instancepatch.code.Bundle;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One set of classes per bundle and target loader, for as long as any function of it lives. The functions hold their loader,
 * the cache holds nothing.
 */
final class BundleCache {
    /** By the loader of the patched class, then by content hash. Guarded by itself. */
    private static final Map<ClassLoader, Map<String, Entry>> LINKED = new WeakHashMap<>();

    private BundleCache() {}

    static LinkedBundle link(Bundle bundle, @Nullable ClassLoader target) {
        ClassLoader key = target == null ? ClassLoader.getSystemClassLoader() : target;
        synchronized (LINKED) {
            Map<String, Entry> entries = LINKED.computeIfAbsent(key, k -> new HashMap<>());
            Entry entry = entries.get(bundle.contentHash());
            LinkedBundle known = entry == null ? null : entry.linked();
            if (known == null) {
                entries.values().removeIf(e -> e.get() == null);
                known = LinkedBundle.of(bundle, target);
                entries.put(bundle.contentHash(), new Entry(known));
            }
            return known;
        }
    }

    /** Refers to the loader, which outlives the linked bundle's other holders, and through it to the linked bundle. */
    private static final class Entry extends WeakReference<BundleLoader> {
        Entry(LinkedBundle linked) {
            super(linked.loader());
            linked.loader().keep(linked);
        }

        @Nullable
        LinkedBundle linked() {
            BundleLoader loader = get();
            return loader == null ? null : loader.kept();
        }
    }
}
