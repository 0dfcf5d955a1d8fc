package dev.instancepatch.benchmarks.streams;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * The other side, within this JVM: a class loader below the application's, with a jar that is not on the class path. A function
 * written there is foreign to the class loader of {@link Turkey}, which is the one a reader asks.
 */
final class Sender {
    private static final String PACKAGE = "dev.instancepatch.benchmarks.sender.";
    private static final ClassLoader LOADER = ofJar();

    private Sender() {}

    static Patcher patcher(String simpleName) {
        try {
            return (Patcher) LOADER.loadClass(PACKAGE + simpleName)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + simpleName + " in sender.jar", e);
        }
    }

    static ClassLoader loader() {
        return LOADER;
    }

    /** The jar lies beside the one that holds this class. */
    private static ClassLoader ofJar() {
        try {
            URL own = Sender.class.getProtectionDomain().getCodeSource().getLocation();
            Path jar = Path.of(own.toURI()).resolveSibling("sender.jar");
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Sender.class.getClassLoader());
        } catch (Exception e) {
            throw new IllegalStateException("no sender.jar", e);
        }
    }
}
