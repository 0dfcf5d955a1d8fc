package dev.instancepatch;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Runs around a method with four parameters on one object: {@code (original, self, a, b, c, d) -> original.call(a, b, c, d)}.
 *
 * <p>It runs on the thread that called the method, with the method's monitor held where the method is synchronized.
 *
 * @param <T> type of the patched object
 * @param <A> type of argument 1
 * @param <B> type of argument 2
 * @param <C> type of argument 3
 * @param <D> type of argument 4
 * @param <R> result; a box widens to the method's primitive result as in JLS 5.3; discarded where the method is void
 */
@FunctionalInterface
public interface Around4<T, A, B, C, D, R extends @Nullable Object> extends Serializable {
    /**
     * Runs instead of the object's own method, with the class's own body at hand.
     *
     * @param original the class's own body, bound to {@code self}
     * @param self the patched object
     * @param a argument 1, boxed where the method declares a primitive; null only where the caller passed null
     * @param b argument 2, boxed where the method declares a primitive; null only where the caller passed null
     * @param c argument 3, boxed where the method declares a primitive; null only where the caller passed null
     * @param d argument 4, boxed where the method declares a primitive; null only where the caller passed null
     * @return what the caller gets
     * @throws Throwable anything; it reaches the caller as it is
     */
    R apply(Original4<A, B, C, D, R> original, T self, A a, B b, C c, D d) throws Throwable;
}
