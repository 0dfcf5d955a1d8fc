package dev.instancepatch.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patches that are put in force together, on one object or, the same, on many: those that have no others then share one table,
 * which takes memory once and is made once.
 */
public final class PatchSet {
    private final List<PatchRecord> records;
    private @Nullable OverrideTable alone; // the table of an object that has these and no others

    /** Makes the set; of two patches of one method the last one counts. */
    public PatchSet(List<PatchRecord> records) {
        this.records = List.copyOf(records);
    }

    /** Returns the patches. */
    public List<PatchRecord> records() {
        return records;
    }

    /** Returns the table of an object that had this one before. */
    @Nullable
    OverrideTable on(@Nullable OverrideTable before) {
        if (before != null) {
            return added(before);
        }
        OverrideTable known = alone;
        if (known == null) {
            known = added(null);
            alone = known;
        }
        return known;
    }

    private @Nullable OverrideTable added(@Nullable OverrideTable before) {
        OverrideTable changed = before;
        for (PatchRecord record : records) {
            changed = OverrideTable.with(changed, record);
        }
        return changed;
    }
}
