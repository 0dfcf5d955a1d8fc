package dev.instancepatch;

import org.jspecify.annotations.Nullable;

/**
 * The class's own body of a patched method with three parameters, bound to the patched object.
 *
 * <p>Valid until the {@link Around3} that received it returns; may be called several times and from any thread until then.
 *
 * @param <A> type of argument 1
 * @param <B> type of argument 2
 * @param <C> type of argument 3
 * @param <R> result, boxed where the method returns a primitive, null where it is void
 */
@FunctionalInterface
public interface Original3<A, B, C, R extends @Nullable Object> {
    /**
     * Runs the class's own body once. A call of the same method made from inside it reaches the patch again.
     *
     * @param a argument 1, boxed where the method declares a primitive; null only where the caller passed null
     * @param b argument 2, boxed where the method declares a primitive; null only where the caller passed null
     * @param c argument 3, boxed where the method declares a primitive; null only where the caller passed null
     * @return the body's result
     * @throws Throwable whatever the body throws; {@link PatchException} with {@link Code#ORIGINAL_EXPIRED} after the patched call returned,
     *     with {@link Code#WRONG_ARGUMENT} when an argument does not fit
     */
    R call(A a, B b, C c) throws Throwable;
}
