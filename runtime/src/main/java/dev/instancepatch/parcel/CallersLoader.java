package dev.instancepatch.parcel;

import dev.instancepatch.code.OwnPackages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The loader whose classes the code that unpacks a parcel sees. */
final class CallersLoader {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private CallersLoader() {}

    /** Returns that of the nearest class on the stack that is the application's; else the thread's, else the system's. */
    static ClassLoader find() {
        Optional<ClassLoader> nearest = STACK.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                .filter(type -> !OwnPackages.include(type.getName().replace('.', '/')))
                .map(Class::getClassLoader)
                .filter(CallersLoader::isAnApplications)
                .findFirst());
        return nearest.orElseGet(CallersLoader::ofThread);
    }

    private static boolean isAnApplications(@Nullable ClassLoader loader) {
        return loader != null && loader != ClassLoader.getPlatformClassLoader();
    }

    private static ClassLoader ofThread() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
