package dev.instancepatch.table;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A received function that is linked on its first call, not while a stream is being read. One per received function, shared
 * by all objects that carry it.
 */
public final class LazyFunction {
    private final Supplier<Object> source;
    private volatile @Nullable Object linked;

    /** Makes a function out of what will supply it; the supplier is asked until it succeeds once. */
    public LazyFunction(Supplier<Object> source) {
        this.source = source;
    }

    /** Returns what was received; whoever sends the function on sends that. */
    public Supplier<Object> source() {
        return source;
    }

    /** Returns the function, linking it first if need be. */
    public Object function() {
        Object known = linked;
        if (known == null) {
            synchronized (this) {
                known = linked;
                if (known == null) {
                    linked = known = source.get();
                }
            }
        }
        return known;
    }

    /** Returns the function behind a table entry, which may be lazy. */
    public static Object resolve(Object function) {
        return function instanceof LazyFunction lazy ? lazy.function() : function;
    }
}
