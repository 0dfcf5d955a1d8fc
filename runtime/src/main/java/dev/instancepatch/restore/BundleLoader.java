package dev.instancepatch.restore;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.OwnPackages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of one bundle under their own names, beside the application's: a class of the same name in the
 * application is another class. Ordinary, not hidden, classes: lambdas inside hidden ones fail on JDK 17 (JDK-8330467).
 */
public final class BundleLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final byte[] LOOKUP = bytesOf(LookupInBundle.class);

    private final Bundle bundle;
    private final Map<String, ClassImage> images = new HashMap<>(); // com.acme.Main -> its bytes

    private @Nullable LinkedBundle linked; // what this loader's classes were linked to; lives as long as they do

    BundleLoader(Bundle bundle, @Nullable ClassLoader target) {
        super("instance-patch", target);
        this.bundle = bundle;
        bundle.classes().forEach(image -> images.put(image.binaryName(), image));
    }

    /** Returns what this loader defines; a function of it is sent on as exactly these bytes. */
    public Bundle bundle() {
        return bundle;
    }

    /** Returns the bundle that a class came in, or null if it was not received. */
    public static @Nullable Bundle bundleOf(Class<?> type) {
        return type.getClassLoader() instanceof BundleLoader loader ? loader.bundle : null;
    }

    void keep(LinkedBundle own) {
        linked = own;
    }

    @Nullable
    LinkedBundle kept() {
        return linked;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        ClassImage image = images.get(name);
        if (image != null) {
            return define(name, image.bytes());
        }
        if (name.equals(LookupInBundle.class.getName())) {
            return define(name, LOOKUP);
        }
        return OwnPackages.include(name.replace('.', '/'))
                ? Class.forName(name, false, BundleLoader.class.getClassLoader())
                : super.loadClass(name, resolve);
    }

    private Class<?> define(String name, byte[] bytes) {
        synchronized (getClassLoadingLock(name)) {
            Class<?> defined = findLoadedClass(name);
            return defined != null ? defined : defineClass(name, bytes, 0, bytes.length);
        }
    }

    /** Serves the received bytes as the resource that a class file is: whoever sends classes on looks there. */
    @Override
    public @Nullable InputStream getResourceAsStream(String path) {
        String name = path.endsWith(".class")
                ? path.substring(0, path.length() - ".class".length()).replace('/', '.')
                : "";
        ClassImage image = images.get(name);
        return image == null
                ? super.getResourceAsStream(path)
                : new ByteArrayInputStream(image.bytes().clone());
    }

    private static byte[] bytesOf(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            if (in == null) {
                throw new IllegalStateException("no class file of " + type);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
