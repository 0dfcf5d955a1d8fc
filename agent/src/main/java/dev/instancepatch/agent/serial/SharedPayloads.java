package dev.instancepatch.agent.serial;

import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.wire.Payload;
import java.io.ObjectStreamClass;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The payloads one stream has written. Objects whose patches are the same share one, and the stream refers back to it.
 *
 * <p>Held weakly, since a payload's captured values may lead back to the stream: while the stream may refer back to a payload,
 * its own handle table holds it.
 */
final class SharedPayloads {
    private static final int SWEEP_FROM = 64;

    private static final WeakReference<Payload> NONE = new WeakReference<>(null);

    private int sweepAt = SWEEP_FROM;
    private final Map<Integer, List<WeakReference<Payload>>> payloads = new HashMap<>(); // by hash of their patches
    private WeakReference<Payload> last = NONE; // objects with the same patches mostly stand beside each other

    Payload of(Object owner, ObjectStreamClass type, List<PatchRecord> patches, Supplier<Payload> maker) {
        Payload before = last.get();
        if (before != null && before.carries(owner, type, patches)) {
            return before;
        }
        sweep();
        List<WeakReference<Payload>> alike = payloads.computeIfAbsent(hash(patches), h -> new ArrayList<>(1));
        Payload known = find(alike, owner, type, patches);
        if (known == null) {
            known = maker.get();
            if (!known.usesOwner()) {
                WeakReference<Payload> made = new WeakReference<>(known);
                last = alike.isEmpty()
                        ? made
                        : last; // the first of its kind, once written whole, comes before this one
                alike.add(made);
            }
        }
        return known;
    }

    private void sweep() {
        if (payloads.size() >= sweepAt) {
            payloads.values().removeIf(all -> all.stream().allMatch(each -> each.refersTo(null)));
            sweepAt = Math.max(SWEEP_FROM, 2 * payloads.size());
        }
    }

    private static @Nullable Payload find(
            List<WeakReference<Payload>> alike, Object owner, ObjectStreamClass type, List<PatchRecord> patches) {
        for (WeakReference<Payload> reference : alike) {
            Payload payload = reference.get();
            if (payload != null && payload.carries(owner, type, patches)) {
                return payload;
            }
        }
        alike.removeIf(reference -> reference.get() == null);
        return null;
    }

    private static int hash(List<PatchRecord> patches) {
        int hash = 1;
        for (PatchRecord patch : patches) {
            hash = 31 * hash + System.identityHashCode(patch.function());
        }
        return hash;
    }
}
