package dev.instancepatch.wire;

import dev.instancepatch.code.OwnPackages;
import dev.instancepatch.restore.BundleLoader;
import java.util.Optional;

/** Finds the loader whose classes an application would see, from within this library. */
public final class ApplicationLoader {
    private ApplicationLoader() {}

    /** Returns the loader of the nearest caller that is neither the platform's nor ours: what the default resolveClass looks for. */
    public static ClassLoader nearest() {
        Optional<ClassLoader> nearest = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(c -> !OwnPackages.include(c.getName().replace('.', '/')))
                        .map(Class::getClassLoader)
                        .filter(l -> l != null && l != ClassLoader.getPlatformClassLoader())
                        .findFirst());
        ClassLoader found = nearest.orElseGet(ClassLoader::getPlatformClassLoader);
        while (found instanceof BundleLoader) {
            found = found.getParent(); // received code sees what its target sees
        }
        return found;
    }

    /** Returns a loader that sees at least what an application sees: the given one, unless it is the platform's. */
    public static ClassLoader orSystem(ClassLoader loader) {
        return loader == ClassLoader.getPlatformClassLoader() ? ClassLoader.getSystemClassLoader() : loader;
    }
}
