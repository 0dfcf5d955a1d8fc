package dev.instancepatch.restore;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A function that passed the gate and is not linked yet. Sent on, it is exactly what was received. */
public final class ReceivedFunction implements Supplier<Object> {
    private final CapturedFunction parts;
    private final @Nullable ClassLoader target;

    /**
     * Makes a function of code that passed the {@link TrustGate}.
     *
     * @param target the loader of the patched object's class: the code sees what that class sees
     */
    public ReceivedFunction(Bundle bundle, @Nullable Object[] captured, @Nullable ClassLoader target) {
        this.parts = new CapturedFunction(bundle, captured);
        this.target = target;
    }

    /** Returns code and captured values as they were received. */
    public CapturedFunction parts() {
        return parts;
    }

    /** Defines the code, unless it is, and makes the function. */
    @Override
    public Object get() {
        return BundleCache.link(parts.bundle(), target).function(parts.captured());
    }
}
