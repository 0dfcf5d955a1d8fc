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
    private final Map<Integer, List<WeakReference<Payload>>> payloads = new HashMap<>(); // by hash of their patches

    Payload of(ObjectStreamClass type, List<PatchRecord> patches, Supplier<Payload> maker) {
        List<WeakReference<Payload>> alike = payloads.computeIfAbsent(hash(patches), h -> new ArrayList<>(1));
        Payload known = find(alike, type, patches);
        if (known == null) {
            known = maker.get();
            if (!known.usesOwner()) {
                alike.add(new WeakReference<>(known));
            }
        }
        return known;
    }

    private static @Nullable Payload find(
            List<WeakReference<Payload>> alike, ObjectStreamClass type, List<PatchRecord> patches) {
        for (WeakReference<Payload> reference : alike) {
            Payload payload = reference.get();
            if (payload != null && payload.carries(type, patches)) {
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
