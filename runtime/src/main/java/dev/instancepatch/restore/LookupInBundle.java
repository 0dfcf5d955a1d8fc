package dev.instancepatch.restore;

import java.lang.invoke.MethodHandles;

/**
 * Gives a lookup that {@link java.lang.invoke.LambdaMetafactory} accepts. Each {@link BundleLoader} defines its own copy of
 * this class: {@code privateLookupIn} from another module drops MODULE access, and the metafactory then says "Invalid caller".
 *
 * <p>Refers to nothing else of ours, since its copies could not reach it.
 */
public final class LookupInBundle {
    private LookupInBundle() {}

    /** Returns a lookup in the unnamed module of the loader that defined this copy. */
    public static MethodHandles.Lookup lookup() {
        return MethodHandles.lookup();
    }
}
