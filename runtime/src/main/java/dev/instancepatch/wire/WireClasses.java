package dev.instancepatch.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes in which patches and functions travel. */
public final class WireClasses {
    private static final String PACKAGE = WireClasses.class.getPackageName() + ".";

    /** Loaded with the first of them: a JVM that reads no patches loads none. */
    private static final class Known {
        static final Map<String, Class<?>> BY_NAME = Map.of(
                Patched.class.getName(), Patched.class,
                Payload.class.getName(), Payload.class,
                BundleBytes.class.getName(), BundleBytes.class,
                FunctionForm.class.getName(), FunctionForm.class,
                UnitBytes.class.getName(), UnitBytes.class,
                SealedUnit.class.getName(), SealedUnit.class);
    }

    private WireClasses() {}

    /** Returns true for what is in this package, whether it travels or not. */
    public static boolean include(String name) {
        return name.startsWith(PACKAGE);
    }

    /**
     * Returns one of them, null for any other. The default resolveClass looks for the nearest loader on the stack and asks that, for
     * each of them in each stream: 0.6 µs, three times in a stream with a patch.
     */
    public static @Nullable Class<?> named(String name) {
        return include(name) ? Known.BY_NAME.get(name) : null;
    }
}
