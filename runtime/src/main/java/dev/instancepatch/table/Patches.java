package dev.instancepatch.table;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes which patches an object has. Safe from any thread; each change takes effect at once and whole. */
public final class Patches {
    private static volatile boolean any;

    private Patches() {}

    /** Returns true once any object of this JVM was patched; writers need not look at objects before. */
    public static boolean any() {
        return any;
    }

    /**
     * Puts a patch in force in place of the method's last one: this one, or one that says the same.
     *
     * @return the patch that was in force before, or null
     */
    public static @Nullable PatchRecord put(Object object, PatchRecord record) {
        prepare(object, record);
        return got(change(object, table -> OverrideTable.sharing(table, record)), record.id());
    }

    /**
     * Puts this very patch in force in place of the method's last one, so that {@link #replace} knows it again.
     *
     * @return the patch that was in force before, or null
     */
    public static @Nullable PatchRecord putItself(Object object, PatchRecord record) {
        prepare(object, record);
        return got(change(object, table -> OverrideTable.with(table, record)), record.id());
    }

    /** Puts several patches in force in one step: no thread sees some of them only. */
    public static void putAll(Object object, PatchSet patches) {
        for (PatchRecord record : patches.records()) {
            prepare(object, record);
        }
        change(object, patches::on);
    }

    /**
     * Returns to the class's own method.
     *
     * @return the patch that was in force before, or null
     */
    public static @Nullable PatchRecord remove(Object object, MethodId id) {
        return got(change(object, table -> OverrideTable.without(table, id)), id);
    }

    /** Returns to the class's own methods, all in one step. */
    public static void removeAll(Object object) {
        change(object, table -> null);
    }

    /** Puts {@code replacement} (null: the class's own method) in force if {@code expected} still is. */
    public static void replace(Object object, PatchRecord expected, @Nullable PatchRecord replacement) {
        change(object, table -> {
            if (!isIn(table, expected)) {
                return table;
            }
            return replacement == null
                    ? OverrideTable.without(table, expected.id())
                    : OverrideTable.with(table, replacement);
        });
    }

    /** Links a lazy function and puts it in the place it has in the object's table, so that later calls find it at once. */
    static Object link(Object object, MethodId id, LazyFunction lazy) {
        Object function = lazy.function();
        OverrideTable table = Slots.table(object);
        PatchRecord record = table == null ? null : table.get(id);
        if (record == null || record.function() != lazy) {
            // Restored or patched again meanwhile; this call still is the old patch's.
            return CheckedFunction.entryOf(id, function);
        }
        PatchRecord linked = record.withFunction(function);
        change(object, now -> isIn(now, record) ? OverrideTable.sharing(now, linked) : now);
        return CheckedFunction.entryOf(linked);
    }

    private static boolean isIn(@Nullable OverrideTable table, PatchRecord record) {
        return table != null && table.get(record.id()) == record;
    }

    private static void prepare(Object object, PatchRecord record) {
        Slots.reachFrom(record.id(), object);
        if (record.type().kind().callsOriginal()) {
            record.id().find().expectOriginals();
        }
        if (!any) {
            any = true; // once: a volatile write is dear
        }
    }

    private static @Nullable OverrideTable change(Object object, UnaryOperator<@Nullable OverrideTable> change) {
        while (true) {
            OverrideTable before = Slots.table(object);
            OverrideTable after = change.apply(before);
            if (after == before || Slots.swap(object, before, after)) {
                return before;
            }
        }
    }

    private static @Nullable PatchRecord got(@Nullable OverrideTable before, MethodId id) {
        return before == null ? null : before.get(id);
    }
}
