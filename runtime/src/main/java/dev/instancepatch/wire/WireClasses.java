package dev.instancepatch.wire;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes in which patches and functions travel. */
public final class WireClasses {
    private static final String PACKAGE = WireClasses.class.getPackageName() + ".";

    private static final Map<String, Class<?>> BY_NAME = Stream.of(
                    Patched.class,
                    Payload.class,
                    BundleBytes.class,
                    FunctionForm.class,
                    UnitBytes.class,
                    SealedUnit.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

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
        return include(name) ? BY_NAME.get(name) : null;
    }
}
