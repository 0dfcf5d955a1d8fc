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

    /**
     * Makes later patches of these classes' objects quick: nothing of the JVM has to change for one any more. The first patch of a
     * class stops all threads for some milliseconds; this stops them once, for all the classes.
     *
     * <p>It gives every method that the classes declare, or inherit from classes and interfaces of the application, what only patched
     * methods would get otherwise. What they inherit from the JDK is left to its first patch, and what cannot be patched is left out.
     *
     * @param types classes and interfaces, as many as possible in one call
     * @throws PatchException with {@link Code#NULL_ARGUMENT}, {@link Code#UNPATCHABLE_OBJECT}, {@link Code#MISSING_CLASS}, {@link
     *     Code#EXCLUDED_CLASS} or {@link Code#NO_AGENT}, and nothing was changed; or {@link Code#WEAVING_FAILED}, and all classes but
     *     those that the exception and its suppressed ones name are prepared
     */
    public static void prepare(Class<?>... types) {
        Patching.prepare(types);
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
