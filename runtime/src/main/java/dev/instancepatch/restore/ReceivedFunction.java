package dev.instancepatch.restore;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A function that passed the gate and is not linked yet. Sent on, it is exactly what was received. */
public final class ReceivedFunction implements Supplier<Object> {
    private final CapturedFunction parts;
    private final ClassLoader target;
    private final Consumer<Module> admit;

    /**
     * Makes a function of code that passed the {@link TrustGate}.
     *
     * @param target the loader of the patched object's class: the code sees what that class sees
     * @param admit told the module of the code, once that is defined, to let it reach the patched class
     */
    public ReceivedFunction(Bundle bundle, @Nullable Object[] captured, ClassLoader target, Consumer<Module> admit) {
        this.parts = new CapturedFunction(bundle, captured);
        this.target = target;
        this.admit = admit;
    }

    /** Returns code and captured values as they were received. */
    public CapturedFunction parts() {
        return parts;
    }

    /** Defines the code, unless it is, and makes the function. */
    @Override
    public Object get() {
        return BundleCache.link(parts.bundle(), target, admit).function(parts.captured());
    }
}
