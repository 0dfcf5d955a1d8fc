package dev.instancepatch;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of a method with no parameter on one object: {@code self -> result}.
 *
 * <p>It runs on the thread that called the method, with the method's monitor held where the method is synchronized.
 *
 * @param <T> type of the patched object
 * @param <R> result; a box widens to the method's primitive result as in JLS 5.3
 */
@FunctionalInterface
public interface Replacement0<T, R extends @Nullable Object> extends Serializable {
    /**
     * Runs instead of the object's own method.
     *
     * @param self the patched object
     * @return what the caller gets
     * @throws Throwable anything; it reaches the caller as it is
     */
    R apply(T self) throws Throwable;
}
