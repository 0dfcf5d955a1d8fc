package dev.instancepatch.agent.serial;

import java.io.ObjectOutputStream;
import java.lang.ref.ReferenceQueue;
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
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** Adds objects that no function captured which the stream still holds: {@link #holder} has been asked. */
    void add(List<Object> objects, Object holder, String function) {
        forgetCollected();
        WeakReference<Object> held = new WeakReference<>(holder);
        for (Object object : objects) {
            List<Kept> kept = byHash.computeIfAbsent(System.identityHashCode(object), hash -> new ArrayList<>(1));
            kept.removeIf(each -> each.refersTo(object)); // of a function from before a reset
            kept.add(new Kept(object, collected, held, function));
        }
    }

    boolean isEmpty() {
        forgetCollected();
        return byHash.isEmpty();
    }

    /** Streams may live for as long as the JVM, reset between two messages. */
    private void forgetCollected() {
        for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
            int hash = ((Kept) gone).hash;
            List<Kept> kept = byHash.get(hash);
            if (kept != null && kept.remove(gone) && kept.isEmpty()) {
                byHash.remove(hash);
            }
        }
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
        return null;
    }

    private static final class Kept extends WeakReference<Object> {
        private final int hash;
        private final WeakReference<Object> holder;
        private final String function;

        Kept(Object object, ReferenceQueue<Object> collected, WeakReference<Object> holder, String function) {
            super(object, collected);
            this.hash = System.identityHashCode(object);
            this.holder = holder;
            this.function = function;
        }
    }
}
