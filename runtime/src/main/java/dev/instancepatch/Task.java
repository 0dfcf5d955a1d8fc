package dev.instancepatch;

import java.io.Serializable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Work for another JVM: a {@link Callable} that can be written to a stream, and that no overload of {@code submit} is ambiguous for.
 *
 * @param <V> what it returns
 */
@FunctionalInterface
public interface Task<V extends @Nullable Object> extends Callable<V>, Serializable {}
