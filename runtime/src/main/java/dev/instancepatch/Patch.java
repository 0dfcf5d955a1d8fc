package dev.instancepatch;

import dev.instancepatch.select.Patchability;
import dev.instancepatch.table.Slots;

/**
 * Replaces methods of single objects: {@code Patch.on(turkey).method("hi", self -> "SQUAWK")}.
 *
 * <p>A patch belongs to one object. No other instance, subclass or thread sees anything else change, and the patch follows
 * the object through any {@link java.io.ObjectOutputStream}.
 */
public final class Patch {
    private Patch() {}

    /**
     * Returns an object's methods, to be replaced and restored.
     *
     * @param object what to patch; its class need not know
     * @throws PatchException with {@link Code#NULL_ARGUMENT}, {@link Code#UNPATCHABLE_OBJECT} (an array, a String, a box, a Class, a
     *     lambda), or {@link Code#NO_AGENT}
     */
    public static <T> PatchTarget<T> on(T object) {
        Patchability.check(object);
        Patching.agent();
        return new PatchTarget<>(object, PatchOptions.NONE);
    }

    /** Returns true if any method of this object is patched; false for null. */
    public static boolean isPatched(Object object) {
        return object != null && Slots.table(object) != null;
    }

    /** Returns an empty scope: what is patched through it is undone when it closes. */
    public static PatchScope scope() {
        return new PatchScope();
    }
}
