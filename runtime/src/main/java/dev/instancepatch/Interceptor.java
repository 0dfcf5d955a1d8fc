package dev.instancepatch;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Stands around any method of one object, whatever its arity or result: {@code call -> call.original()}.
 *
 * <p>It runs on the thread that called the method, with the method's monitor held where the method is synchronized.
 *
 * @param <T> type of the patched object
 */
@FunctionalInterface
public interface Interceptor<T> extends Serializable {
    /**
     * Runs instead of the object's own method.
     *
     * @param call what is being called, on what, with what
     * @return what the caller gets: a box widens as in JLS 5.3; anything, null too, where the method is void
     * @throws Throwable anything; it reaches the caller as it is
     */
    @Nullable
    Object intercept(Call<T> call) throws Throwable;
}
