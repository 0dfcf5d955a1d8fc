package dev.instancepatch;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * One call of a patched method, as an {@link Interceptor} sees it.
 *
 * <p>Immutable; {@link #original()} is valid until the interceptor returns.
 *
 * @param <T> type of the patched object
 */
public interface Call<T> {
    /** Returns the patched object. */
    T self();

    /** Returns the method that was called, as its class declares it. */
    Method method();

    /** Returns the arguments, primitives boxed, as a fresh copy. */
    @Nullable
    Object[] arguments();

    /**
     * Returns one argument, primitives boxed.
     *
     * @param index from 0
     * @throws PatchException with {@link Code#WRONG_ARGUMENT} if there is no such argument
     */
    <A extends @Nullable Object> A argument(int index);

    /**
     * Returns the same call with one argument replaced; this call stays as it is.
     *
     * @param index from 0
     * @param value the new argument, a box for a primitive
     * @throws PatchException with {@link Code#WRONG_ARGUMENT} if there is no such argument or the value does not fit it
     */
    Call<T> with(int index, @Nullable Object value);

    /**
     * Runs the class's own body with this call's arguments.
     *
     * @return the body's result, boxed; null for a void method
     * @throws Throwable whatever the body throws; {@link PatchException} with {@link Code#ORIGINAL_EXPIRED} after the interceptor returned
     */
    <R extends @Nullable Object> R original() throws Throwable;

    /**
     * Runs the class's own body with other arguments.
     *
     * @param arguments as many as the method has, boxes for primitives
     * @return the body's result, boxed; null for a void method
     * @throws Throwable whatever the body throws; {@link PatchException} with {@link Code#WRONG_ARGUMENT} if they do not fit,
     *     with {@link Code#ORIGINAL_EXPIRED} after the interceptor returned
     */
    <R extends @Nullable Object> R original(@Nullable Object... arguments) throws Throwable;
}
