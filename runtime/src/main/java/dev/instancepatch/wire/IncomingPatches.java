package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.table.PatchSet;
import dev.instancepatch.table.Patches;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The patches of one payload, past the gate; for each object that has the payload. */
final class IncomingPatches {
    private final List<IncomingPatch> patches;
    private @Nullable PatchSet shared; // where all objects get the same
    private @Nullable Class<?> taken; // by the last object, which was of this class

    IncomingPatches(List<IncomingPatch> patches) {
        this.patches = patches;
    }

    /**
     * Patches an object; with all of them or none.
     *
     * @throws RefusedPatchException if its class cannot take one of them
     */
    void applyTo(Object object) throws RefusedPatchException {
        PatchSet set = object.getClass() == taken ? shared : null;
        if (set == null) {
            set = new PatchSet(recordsFor(object));
            shared = isAnyOfEach() ? null : set;
            taken = object.getClass();
        }
        Patches.putAll(object, set);
    }

    private boolean isAnyOfEach() {
        for (IncomingPatch patch : patches) {
            if (patch.isOfEach()) {
                return true;
            }
        }
        return false;
    }

    private List<PatchRecord> recordsFor(Object object) throws RefusedPatchException {
        List<PatchRecord> records = new ArrayList<>(patches.size());
        for (IncomingPatch patch : patches) {
            records.add(patch.recordFor(object));
        }
        return records;
    }
}
