package dev.instancepatch.restore;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodHandles;

/**
 * Acts from within received code: gives a lookup that {@link java.lang.invoke.LambdaMetafactory} accepts. Each {@link BundleLoader} defines its own copy of
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

    /** Reads an object; whoever looks for the nearest loader on the stack finds this one. */
    public static Object read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        return in.readObject();
    }
}
