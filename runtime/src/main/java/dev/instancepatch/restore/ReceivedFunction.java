package dev.instancepatch.restore;

import dev.instancepatch.code.CapturedFunction;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A function that passed the gate and is not linked yet. Sent on, it is exactly what was received. */
public final class ReceivedFunction implements Supplier<Object> {
    private final Linkable code;
    private final CapturedFunction parts;
    private final Consumer<Module> admit;
    private final boolean proxied;

    /**
     * Makes a function of code that passed the {@link TrustGate}.
     *
     * @param admit told the module of the code, once that is defined, to let it reach the patched class
     * @param proxied true if the function has to know by itself how to travel on
     */
    public ReceivedFunction(Linkable code, @Nullable Object[] captured, Consumer<Module> admit, boolean proxied) {
        this.code = code;
        this.parts = new CapturedFunction(code.sent(), captured);
        this.admit = admit;
        this.proxied = proxied;
    }

    /** Returns code and captured values as they were received. */
    public CapturedFunction parts() {
        return parts;
    }

    /** Defines the code, unless it is, and makes the function. */
    @Override
    public Object get() {
        return BundleCache.link(code, admit).function(parts.captured(), proxied);
    }

    /** Returns the interfaces that the function implements, defining the code unless it is. */
    public List<Class<?>> implemented() {
        return BundleCache.link(code, admit).implemented();
    }

    /** Returns the loader of the code, defining that unless it is. */
    public ClassLoader loader() {
        return BundleCache.link(code, admit).loader();
    }

    /**
     * Reads an object as code beside this function would: the default resolveClass asks the nearest loader on the stack, so that
     * classes which came with the code are found, with no agent to see to it.
     */
    public @Nullable Object readBeside(ObjectInputStream in) throws IOException, ClassNotFoundException {
        BundleLoader loader = BundleCache.link(code, admit).loader();
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
