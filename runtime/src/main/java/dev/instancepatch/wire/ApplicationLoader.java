package dev.instancepatch.wire;

import dev.instancepatch.code.OwnPackages;
import dev.instancepatch.restore.BundleLoader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the loader whose classes an application would see, from within this library. */
public final class ApplicationLoader {
    /** In a thread that works for another one: the loader that this one would find. */
    private static final ThreadLocal<@Nullable ClassLoader> CALLERS = new ThreadLocal<>();

    private ApplicationLoader() {}

    /** Lets this thread, where it has no callers of its own, see what the thread sees that it works for. */
    public static void workFor(ClassLoader callers) {
        CALLERS.set(callers);
    }

    /** Returns the loader of the nearest caller that is neither the platform's nor ours: what the default resolveClass looks for. */
    public static ClassLoader nearest() {
        Optional<ClassLoader> nearest = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(c -> !OwnPackages.include(c.getName().replace('.', '/')))
                        .map(Class::getClassLoader)
                        .filter(l -> l != null && l != ClassLoader.getPlatformClassLoader())
                        .findFirst());
        ClassLoader found = nearest.orElseGet(ApplicationLoader::ofThread);
        while (found instanceof BundleLoader) {
            found = found.getParent(); // received code sees what its target sees
        }
        return found;
    }

    private static ClassLoader ofThread() {
        ClassLoader callers = CALLERS.get();
        return callers == null ? ClassLoader.getPlatformClassLoader() : callers;
    }

    /** Returns a loader that sees at least what an application sees: the given one, unless it is the platform's. */
    public static ClassLoader orSystem(ClassLoader loader) {
        return loader == ClassLoader.getPlatformClassLoader() ? ClassLoader.getSystemClassLoader() : loader;
    }
}
