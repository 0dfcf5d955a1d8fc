package dev.instancepatch.wire;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What the gate has let pass lately, so that the same patch, in the next stream, is not taken apart again: that was a third of the
 * time of reading one. Refusals are not remembered. Kept by the patched class, whose loader all that an admission holds is at home
 * in, and weakly: it is there for the many reads between two collections.
 */
final class Admissions {
    /** Of one class. Two patches that share a place take turns, and are decided anew. */
    private static final int PLACES = 64;

    private static final ClassValue<Admissions> OF = new ClassValue<>() {
        @Override
        protected Admissions computeValue(Class<?> type) {
            return new Admissions();
        }
    };

    private final AtomicReferenceArray<@Nullable WeakReference<Admission>> places = new AtomicReferenceArray<>(PLACES);

    static @Nullable Admission find(PatchAtGate patch) {
        WeakReference<Admission> kept = of(patch).places.get(place(patch));
        Admission known = kept == null ? null : kept.get();
        return known != null && known.patch().isDecidedAs(patch) ? known : null;
    }

    static void keep(Admission admission) {
        PatchAtGate patch = admission.patch();
        of(patch).places.set(place(patch), new WeakReference<>(admission));
    }

    private static Admissions of(PatchAtGate patch) {
        return OF.get(patch.target().patched());
    }

    private static int place(PatchAtGate patch) {
        int hash = patch.bundle().hashCode() * 31 + patch.head().name().hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
