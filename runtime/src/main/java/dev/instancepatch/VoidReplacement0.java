package dev.instancepatch;

import java.io.Serializable;

/**
 * Takes the place of a void method with no parameter on one object: {@code self -> { }}.
 *
 * <p>It runs on the thread that called the method, with the method's monitor held where the method is synchronized.
 *
 * @param <T> type of the patched object
 */
@FunctionalInterface
public interface VoidReplacement0<T> extends Serializable {
    /**
     * Runs instead of the object's own method.
     *
     * @param self the patched object
     * @throws Throwable anything; it reaches the caller as it is
     */
    void apply(T self) throws Throwable;
}
