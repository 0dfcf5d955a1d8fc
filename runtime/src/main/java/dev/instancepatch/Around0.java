package dev.instancepatch;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Runs around a method with no parameter on one object: {@code (original, self) -> original.call()}.
 *
 * <p>It runs on the thread that called the method, with the method's monitor held where the method is synchronized.
 *
 * @param <T> type of the patched object
 * @param <R> result; a box widens to the method's primitive result as in JLS 5.3; discarded where the method is void
 */
@FunctionalInterface
public interface Around0<T, R extends @Nullable Object> extends Serializable {
    /**
     * Runs instead of the object's own method, with the class's own body at hand.
     *
     * @param original the class's own body, bound to {@code self}
     * @param self the patched object
     * @return what the caller gets
     * @throws Throwable anything; it reaches the caller as it is
     */
    R apply(Original0<R> original, T self) throws Throwable;
}
