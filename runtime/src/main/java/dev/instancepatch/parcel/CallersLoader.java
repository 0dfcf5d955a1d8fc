package dev.instancepatch.parcel;

import dev.instancepatch.wire.ApplicationLoader;

/** The loader whose classes the code that unpacks a parcel sees. */
final class CallersLoader {
    private CallersLoader() {}

    /** Returns that of the nearest class on the stack that is the application's; else the thread's, else the system's. */
    static ClassLoader find() {
        ClassLoader nearest = ApplicationLoader.nearest();
        return nearest == ClassLoader.getPlatformClassLoader() ? ofThread() : nearest;
    }

    private static ClassLoader ofThread() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
