package dev.instancepatch;

import org.jspecify.annotations.Nullable;

/**
 * The class's own body of a patched method with no parameter, bound to the patched object.
 *
 * <p>Valid until the {@link Around0} that received it returns; may be called several times and from any thread until then.
 *
 * @param <R> result, boxed where the method returns a primitive, null where it is void
 */
@FunctionalInterface
public interface Original0<R extends @Nullable Object> {
    /**
     * Runs the class's own body once. A call of the same method made from inside it reaches the patch again.
     *
     * @return the body's result
     * @throws Throwable whatever the body throws; {@link PatchException} with {@link Code#ORIGINAL_EXPIRED} after the patched call returned,
     *     with {@link Code#WRONG_ARGUMENT} when an argument does not fit
     */
    R call() throws Throwable;
}
