package dev.instancepatch.restore;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One set of classes per bundle and target loader, for as long as any function of it lives. The functions hold their loader,
 * the cache holds nothing.
 */
final class BundleCache {
    /** By the loader of the patched class, then by content hash. Guarded by itself. */
    private static final Map<ClassLoader, ByHash<Place>> PLACES = new WeakHashMap<>();

    private BundleCache() {}

    static LinkedBundle link(Linkable code, Consumer<Module> admit) {
        return place(code).link(code, admit);
    }

    private static Place place(Linkable code) {
        synchronized (PLACES) {
            ByHash<Place> places = PLACES.computeIfAbsent(code.target(), k -> new ByHash<>(Place::isAbandoned));
            Place known = places.get(code.key());
            if (known == null) {
                known = new Place();
                places.put(code.key(), known);
            }
            return known;
        }
    }

    /** Where one bundle is linked. Linking loads classes, which may run anybody's code: it locks this bundle alone. */
    private static final class Place {
        /** The loader outlives all other holders of what was linked, and holds it. */
        private volatile @Nullable WeakReference<BundleLoader> loader;

        synchronized LinkedBundle link(Linkable code, Consumer<Module> admit) {
            WeakReference<BundleLoader> reference = loader;
            BundleLoader live = reference == null ? null : reference.get();
            LinkedBundle linked = live == null ? null : live.kept();
            if (linked == null) {
                linked = LinkedBundle.of(code, admit);
                linked.loader().keep(linked);
                loader = new WeakReference<>(linked.loader());
            }
            return linked;
        }

        boolean isAbandoned() {
            WeakReference<BundleLoader> reference = loader;
            return reference != null && reference.refersTo(null);
        }
    }
}
