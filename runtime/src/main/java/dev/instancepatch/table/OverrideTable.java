package dev.instancepatch.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patches of one object. Immutable: a change makes another table, so no thread ever sees half of one.
 *
 * <p>The functions of a hierarchy's first eight patched methods are fields, which a call site reads at a constant offset
 * (2.1x of a hand-written hook, against 2.4x for an array and 17x for a HashMap); all others are searched among the
 * records.
 */
public final class OverrideTable {
    /** How many functions are fields. */
    static final int FIELDS = 8;

    private final PatchRecord[] records;
    private final Object[] entries; // the functions as they are called, in the records' order
    private @Nullable List<PatchRecord> travelling; // made when it is first asked for

    final @Nullable Object f0;
    final @Nullable Object f1;
    final @Nullable Object f2;
    final @Nullable Object f3;
    final @Nullable Object f4;
    final @Nullable Object f5;
    final @Nullable Object f6;
    final @Nullable Object f7;

    private OverrideTable(List<PatchRecord> records) {
        this.records = records.toArray(new PatchRecord[0]);
        this.entries = new Object[records.size()];
        @Nullable Object[] fields = new Object[FIELDS];
        for (int i = 0; i < entries.length; i++) {
            int index = this.records[i].id().index();
            entries[i] = CheckedFunction.entryOf(this.records[i]);
            if (index < FIELDS) {
                fields[index] = entries[i];
            }
        }
        f0 = fields[0];
        f1 = fields[1];
        f2 = fields[2];
        f3 = fields[3];
        f4 = fields[4];
        f5 = fields[5];
        f6 = fields[6];
        f7 = fields[7];
    }

    /** Returns the table with these patches, or null (an unpatched object has none) if there are none. */
    public static @Nullable OverrideTable of(List<PatchRecord> records) {
        return records.isEmpty() ? null : new OverrideTable(records);
    }

    /** Returns the patches, oldest first. */
    public List<PatchRecord> records() {
        return List.of(records);
    }

    /**
     * Returns the patches that streams carry, in the order in which they stand there: by their methods, since the same patches
     * give the same bytes in whatever order they were made.
     */
    public List<PatchRecord> travelling() {
        List<PatchRecord> known = travelling;
        if (known == null) {
            List<PatchRecord> made = new ArrayList<>();
            for (PatchRecord record : records) {
                if (!record.local()) {
                    made.add(record);
                }
            }
            made.sort(StreamOrder.BY_METHOD);
            known = List.copyOf(made);
            travelling = known;
        }
        return known;
    }

    /** Returns the patch of a method, or null. */
    public @Nullable PatchRecord get(MethodId id) {
        for (PatchRecord record : records) {
            if (record.id() == id) {
                return record;
            }
        }
        return null;
    }

    /** Returns the function of a method that has no field, or null. */
    static @Nullable Object search(MethodId id, @Nullable Object table) {
        return table == null ? null : ((OverrideTable) table).entry(id.number());
    }

    /** Returns the function of the method with this number, or null; calls nothing that could itself be patched. */
    @Nullable
    Object entry(int number) {
        for (int i = 0; i < records.length; i++) {
            if (records[i].id().number() == number) {
                return entries[i];
            }
        }
        return null;
    }

    /** Returns true if this very call of the method with this number is one of {@code original}. */
    boolean isOriginal(int number, Object self) {
        for (PatchRecord record : records) {
            if (record.id().number() == number) {
                return record.id().find().isOriginal(self);
            }
        }
        return false;
    }

    /** Returns the patch of a table that has one. */
    PatchRecord only() {
        return records[0];
    }

    /** Returns the table with one more patch, which other objects may have too: see {@link RecentTable}. */
    static @Nullable OverrideTable sharing(@Nullable OverrideTable table, PatchRecord record) {
        boolean alone =
                table == null || (table.records.length == 1 && table.only().id() == record.id());
        return alone ? record.id().recent().with(record) : with(table, record);
    }

    static @Nullable OverrideTable with(@Nullable OverrideTable table, PatchRecord record) {
        List<PatchRecord> changed = others(table, record.id());
        changed.add(record);
        return of(changed);
    }

    static @Nullable OverrideTable without(@Nullable OverrideTable table, MethodId id) {
        return of(others(table, id));
    }

    private static List<PatchRecord> others(@Nullable OverrideTable table, MethodId id) {
        List<PatchRecord> kept = new ArrayList<>();
        if (table != null) {
            for (PatchRecord record : table.records) {
                if (record.id() != id) {
                    kept.add(record);
                }
            }
        }
        return kept;
    }

    /** Apart, so that its lambdas are linked when a patch is written, and not with the JVM's first patch. */
    private static final class StreamOrder {
        private static final Comparator<PatchRecord> BY_METHOD = Comparator.comparing(
                        (PatchRecord p) -> p.id().method().getDeclaringClass().getName())
                .thenComparing(p -> p.id().method().getName())
                .thenComparing(p -> p.id().descriptor());
    }
}
