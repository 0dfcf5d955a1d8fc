package dev.instancepatch.table;

import java.lang.invoke.MethodHandles;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The full-access lookups that slots and original bodies need. The agent supplies them once, before the first patch: the
 * module system leaves private members of an application's named modules to nobody else.
 */
public final class Trusted {
    private static volatile @Nullable Function<Class<?>, MethodHandles.Lookup> lookups;

    private Trusted() {}

    /** Makes full-access lookups available to this room. */
    public static void supply(Function<Class<?>, MethodHandles.Lookup> source) {
        lookups = source;
    }

    static boolean isSupplied() {
        return lookups != null;
    }

    static MethodHandles.Lookup lookupIn(Class<?> type) {
        Function<Class<?>, MethodHandles.Lookup> source = lookups;
        if (source == null) {
            throw new IllegalStateException("no agent has supplied lookups");
        }
        return source.apply(type);
    }
}
