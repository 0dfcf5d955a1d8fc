package dev.instancepatch.table;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last table with a patch of one method and of nothing else. Objects that are patched with the same function in the same
 * millisecond share it: a million of them take a few tables, and not 176 bytes each.
 */
final class RecentTable {
    private volatile @Nullable WeakReference<OverrideTable> last; // weak: its function may hold half the application

    /** Returns a table with a patch that says the same as this one, and was put in force in its millisecond. */
    OverrideTable with(PatchRecord record) {
        WeakReference<OverrideTable> known = last;
        OverrideTable table = known == null ? null : known.get();
        if (table == null || !isSame(table.only(), record)) {
            table = Objects.requireNonNull(OverrideTable.of(List.of(record)));
            last = new WeakReference<>(table);
        }
        return table;
    }

    /** Functions by identity: an application's own {@code equals} is not asked. */
    private static boolean isSame(PatchRecord known, PatchRecord record) {
        return known.function() == record.function()
                && known.type() == record.type()
                && known.origin() == record.origin()
                && known.local() == record.local()
                && known.since().toEpochMilli() == record.since().toEpochMilli()
                && Objects.equals(known.reason(), record.reason())
                && Objects.equals(known.keyId(), record.keyId());
    }
}
