package dev.instancepatch;

import java.io.Serializable;

/**
 * Takes the place of a void method with one parameter on one object: {@code (self, a) -> { }}.
 *
 * <p>It runs on the thread that called the method, with the method's monitor held where the method is synchronized.
 *
 * @param <T> type of the patched object
 * @param <A> type of argument 1
 */
@FunctionalInterface
public interface VoidReplacement1<T, A> extends Serializable {
    /**
     * Runs instead of the object's own method.
     *
     * @param self the patched object
     * @param a argument 1, boxed where the method declares a primitive; null only where the caller passed null
     * @throws Throwable anything; it reaches the caller as it is
     */
    void apply(T self, A a) throws Throwable;
}
