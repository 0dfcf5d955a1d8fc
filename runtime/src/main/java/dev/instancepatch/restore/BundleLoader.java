package dev.instancepatch.restore;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.code.OwnPackages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of one unit under their own names, beside the application's: a class of the same name in the application is
 * another class. Ordinary, not hidden, classes: lambdas inside hidden ones fail on JDK 17 (JDK-8330467).
 *
 * <p>Looks for a class here, then among what the units it uses export, then where the target looks.
 */
public final class BundleLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final byte[] LOOKUP = bytesOf(LookupInBundle.class);

    private final ClassUnit unit;
    private final @Nullable Bundle bundle; // whose own code this is
    private final List<BundleLoader> uses;
    private final boolean isNested;
    private final Map<String, ClassImage> images = new HashMap<>(); // com.acme.Main -> its bytes
    private final Map<String, ClassImage> exported = new HashMap<>();
    private final StaticValues statics;

    private @Nullable LinkedBundle linked; // what this loader's classes were linked to; lives as long as they do

    /** A loader of a function's own code. */
    BundleLoader(Linkable code) {
        this(
                code.defined().code(),
                code.sent(),
                UnitLoaders.of(code.defined().code().uses(), code.target()),
                code.target(),
                code.isNested());
    }

    BundleLoader(ClassUnit unit, List<BundleLoader> uses, ClassLoader target) {
        this(unit, null, uses, target, true);
    }

    private BundleLoader(
            ClassUnit unit, @Nullable Bundle bundle, List<BundleLoader> uses, ClassLoader target, boolean isNested) {
        super("instance-patch", target);
        this.unit = unit;
        this.bundle = bundle;
        this.uses = uses;
        this.isNested = isNested;
        this.statics = new StaticValues(unit.statics());
        unit.classes().forEach(image -> images.put(image.binaryName(), image));
        unit.exported().forEach(image -> exported.put(image.binaryName(), image));
    }

    /** Returns the bundle that a class came in, or null if it was not received, or not as part of a function. */
    public static @Nullable Bundle bundleOf(Class<?> type) {
        return type.getClassLoader() instanceof BundleLoader loader ? loader.bundle : null;
    }

    /** Returns the unit that a class came in, or null if it was not received. It is sent on as exactly these bytes. */
    public static @Nullable ClassUnit unitOf(Class<?> type) {
        return type.getClassLoader() instanceof BundleLoader loader ? loader.unit : null;
    }

    /** Returns the content hash of what came: the bundle's, or the unit's. */
    public String contentHash() {
        return bundle == null ? unit.contentHash() : bundle.contentHash();
    }

    /** Returns true if a class of this name came along. */
    public boolean serves(String name) {
        return images.containsKey(name) || unitExporting(name) != null;
    }

    /** Returns the unit that brought a class of this name along for others to use, or null. */
    public @Nullable ClassUnit unitExporting(String name) {
        if (exported.containsKey(name)) {
            return unit;
        }
        for (BundleLoader loader : uses) {
            if (loader.exported.containsKey(name)) {
                return loader.unit;
            }
        }
        return null;
    }

    /** Returns the value that received code takes for that of a static field. */
    @Nullable
    Object staticValue(int index, ClassLoader caller) {
        return statics.get(index, caller);
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
            return define(image);
        }
        if (name.equals(LookupInBundle.class.getName())) {
            return define(new ClassImage(name.replace('.', '/'), LOOKUP));
        }
        if (OwnPackages.include(name.replace('.', '/'))) {
            return Class.forName(name, false, BundleLoader.class.getClassLoader());
        }
        Class<?> used = isImplementedHere(name) ? null : used(name);
        return used != null ? used : super.loadClass(name, resolve);
    }

    /** The function's own interface is the receiver's, if it has it and is the one who will call. */
    private boolean isImplementedHere(String name) {
        if (bundle == null || isNested || !bundle.interfaces().contains(name.replace('.', '/'))) {
            return false;
        }
        try {
            return Class.forName(name, false, getParent()).isInterface();
        } catch (ClassNotFoundException | LinkageError none) {
            return false;
        }
    }

    private @Nullable Class<?> used(String name) {
        for (BundleLoader loader : uses) {
            ClassImage image = loader.exported.get(name);
            if (image != null) {
                return loader.define(image);
            }
        }
        return null;
    }

    private Class<?> define(ClassImage image) {
        String name = image.binaryName();
        synchronized (getClassLoadingLock(name)) {
            Class<?> defined = findLoadedClass(name);
            return defined != null ? defined : defineClass(name, image.bytes(), 0, image.bytes().length);
        }
    }

    /** Serves the received bytes as the resource that a class file is: whoever sends classes on looks there. */
    @Override
    public @Nullable InputStream getResourceAsStream(String path) {
        String name = path.endsWith(".class")
                ? path.substring(0, path.length() - ".class".length()).replace('/', '.')
                : "";
        ClassImage image = images.get(name);
        for (int i = 0; image == null && i < uses.size(); i++) {
            image = uses.get(i).exported.get(name);
        }
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
