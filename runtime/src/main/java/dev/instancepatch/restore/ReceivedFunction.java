package dev.instancepatch.restore;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A function that passed the gate and is not linked yet. Sent on, it is exactly what was received. */
public final class ReceivedFunction implements Supplier<Object> {
    private final CapturedFunction parts;
    private final ClassLoader target;
    private final Consumer<Module> admit;
    private final boolean proxied;

    /**
     * Makes a function of code that passed the {@link TrustGate}.
     *
     * @param target the loader of the patched object's class: the code sees what that class sees
     * @param admit told the module of the code, once that is defined, to let it reach the patched class
     * @param proxied true if the function has to know by itself how to travel on
     */
    public ReceivedFunction(
            Bundle bundle, @Nullable Object[] captured, ClassLoader target, Consumer<Module> admit, boolean proxied) {
        this.proxied = proxied;
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
        return BundleCache.link(parts.bundle(), target, admit).function(parts.captured(), proxied);
    }

    /**
     * Reads an object as code beside this function would: the default resolveClass asks the nearest loader on the stack, so that
     * classes which came with the code are found, with no agent to see to it.
     */
    public @Nullable Object readBeside(ObjectInputStream in) throws IOException, ClassNotFoundException {
        BundleLoader loader = BundleCache.link(parts.bundle(), target, admit).loader();
        try {
            return loader.loadClass(LookupInBundle.class.getName())
                    .getMethod("read", ObjectInputStream.class)
                    .invoke(null, in);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ClassNotFoundException missing) {
                throw missing;
            }
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new LinkageError("reading what a function captured", e.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible); // a public method of ours
        }
    }
}
