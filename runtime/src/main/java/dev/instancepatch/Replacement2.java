package dev.instancepatch;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of a method with two parameters on one object: {@code (self, a, b) -> result}.
 *
 * <p>It runs on the thread that called the method, with the method's monitor held where the method is synchronized.
 *
 * @param <T> type of the patched object
 * @param <A> type of argument 1
 * @param <B> type of argument 2
 * @param <R> result; a box widens to the method's primitive result as in JLS 5.3
 */
@FunctionalInterface
public interface Replacement2<T, A, B, R extends @Nullable Object> extends Serializable {
    /**
     * Runs instead of the object's own method.
     *
     * @param self the patched object
     * @param a argument 1, boxed where the method declares a primitive; null only where the caller passed null
     * @param b argument 2, boxed where the method declares a primitive; null only where the caller passed null
     * @return what the caller gets
     * @throws Throwable anything; it reaches the caller as it is
     */
    R apply(T self, A a, B b) throws Throwable;
}
