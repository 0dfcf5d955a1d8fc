package dev.instancepatch.bridge;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A received function's code, found among this JVM's own classes: nothing has to be defined to run it. */
public interface OwnCode {
    /**
     * Returns what will make the function, on its first call.
     *
     * @param captured the values it captured, received; not to be changed
     */
    Supplier<Object> function(@Nullable Object[] captured);
}
