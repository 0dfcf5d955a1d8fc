package dev.instancepatch.restore;

import dev.instancepatch.code.ClassUnit;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One loader per unit and target loader, for as long as any class of it is in use: an object of a unit's class has the same class,
 * whichever functions of whichever streams lead to it. The cache itself holds nothing.
 */
public final class UnitLoaders {
    /** By target loader, then by content hash. Guarded by itself. */
    private static final Map<ClassLoader, ByHash<WeakReference<BundleLoader>>> LOADERS = new WeakHashMap<>();

    private UnitLoaders() {}

    /** Returns the loaders of these units. Making one defines nothing. */
    static List<BundleLoader> of(List<ClassUnit> units, ClassLoader target) {
        return units.stream().map(unit -> of(unit, target)).toList();
    }

    /** Returns a class of a unit that has passed the gate, defining it unless that is done. */
    public static Class<?> classOf(ClassUnit unit, String name, ClassLoader target) throws ClassNotFoundException {
        return of(unit, target).loadClass(name);
    }

    static BundleLoader of(ClassUnit unit, ClassLoader target) {
        synchronized (LOADERS) {
            ByHash<WeakReference<BundleLoader>> loaders =
                    LOADERS.computeIfAbsent(target, t -> new ByHash<>(reference -> reference.refersTo(null)));
            BundleLoader known = live(loaders.get(unit.contentHash()));
            if (known == null) {
                known = new BundleLoader(unit, of(unit.uses(), target), target);
                loaders.put(unit.contentHash(), new WeakReference<>(known));
            }
            return known;
        }
    }

    private static @Nullable BundleLoader live(@Nullable WeakReference<BundleLoader> reference) {
        return reference == null ? null : reference.get();
    }
}
