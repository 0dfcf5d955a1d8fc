package dev.instancepatch.agent.serial;

import java.io.ObjectOutputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What signed functions of one stream have captured, each object with the function. Held weakly: a captured value may lead back to the
 * stream. A stream that was reset has forgotten the functions, and with them what it may not write.
 */
final class KeptApart {
    private final Map<Integer, List<Kept>> byHash = new HashMap<>();

    void add(List<Object> objects, Object holder, String function) {
        WeakReference<Object> held = new WeakReference<>(holder);
        for (Object object : objects) {
            byHash.computeIfAbsent(System.identityHashCode(object), hash -> new ArrayList<>(1))
                    .add(new Kept(object, held, function));
        }
    }

    boolean isEmpty() {
        return byHash.isEmpty();
    }

    /** Returns the function that captured an object, or null. */
    @Nullable
    String holder(ObjectOutputStream out, Object object) {
        List<Kept> kept = byHash.get(System.identityHashCode(object));
        if (kept == null) {
            return null;
        }
        for (Kept each : kept) {
            Object holder = each.holder.get();
            if (each.refersTo(object) && holder != null && Streams.handle(out, holder) >= 0) {
                return each.function;
            }
        }
        kept.removeIf(each -> each.refersTo(null));
        return null;
    }

    private static final class Kept extends WeakReference<Object> {
        private final WeakReference<Object> holder;
        private final String function;

        Kept(Object object, WeakReference<Object> holder, String function) {
            super(object);
            this.holder = holder;
            this.function = function;
        }
    }
}
