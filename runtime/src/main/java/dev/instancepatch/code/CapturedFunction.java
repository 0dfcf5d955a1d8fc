package dev.instancepatch.code;

import org.jspecify.annotations.Nullable;

/**
 * A function taken apart: its code, and the values it captured.
 *
 * @param bundle the code
 * @param captured the values, in the order the entry takes them; not to be changed
 * @param carried which classes travel along; whoever took the function apart knows. Null for a function that was itself received
 */
public record CapturedFunction(
        Bundle bundle,
        @Nullable Object[] captured,
        @Nullable Object carried) {
    /** Makes the parts of a function that was received. */
    public CapturedFunction(Bundle bundle, @Nullable Object[] captured) {
        this(bundle, captured, null);
    }
}
