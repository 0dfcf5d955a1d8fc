package dev.instancepatch.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import org.jspecify.annotations.Nullable;

/**
 * The call site {@code (table, self) -> function or null} of one method, shared by every prologue of it.
 *
 * <p>It starts as a field read. Once a patch of the method may call {@code original}, it also looks whether this very call
 * <em>is</em> such a call, and then finds nothing, so that the prologue falls into the class's own body.
 */
final class FindSite extends MutableCallSite {
    static final MethodType TYPE = MethodType.methodType(Object.class, Object.class, Object.class);

    private final MethodId id;
    private volatile boolean expectsOriginals;

    FindSite(MethodId id) {
        super(TYPE);
        this.id = id;
        setTarget(MethodHandles.dropArguments(fieldOrSearch(id), 1, Object.class));
    }

    /** Makes room for calls of {@code original}; a patch that makes them is put in force only after this returned. */
    synchronized void expectOriginals() {
        if (!expectsOriginals) {
            expectsOriginals = true;
            MethodHandle unless = Own.UNLESS_ORIGINAL.bindTo(id); // (self, function) -> function or null
            MethodHandle found = MethodHandles.collectArguments(unless, 1, fieldOrSearch(id)); // (self, table)
            setTarget(MethodHandles.permuteArguments(found, TYPE, 1, 0));
            MutableCallSite.syncAll(new MutableCallSite[] {this});
        }
    }

    /** Returns true if a call of this method on this object, on this thread, is one of {@code original}. */
    boolean isOriginal(Object self) {
        return expectsOriginals && OriginalToken.consume(id, self);
    }

    private static MethodHandle fieldOrSearch(MethodId id) {
        MethodType type = MethodType.methodType(Object.class, Object.class);
        if (id.index() >= OverrideTable.FIELDS) {
            return Own.SEARCH.bindTo(id);
        }
        try {
            return Own.LOOKUP
                    .findGetter(OverrideTable.class, "f" + id.index(), Object.class)
                    .asType(type);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible); // our own field
        }
    }

    static @Nullable Object unlessOriginal(MethodId id, Object self, @Nullable Object function) {
        return function == null || OriginalToken.consume(id, self) ? null : function;
    }
}
