package dev.instancepatch.agent.door;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.function.Supplier;

/**
 * Fetches the JDK's full-access lookup. {@link DoorInstaller} defines a copy in a throw-away class loader and opens
 * {@code java.lang.invoke} to that loader's module alone, so that the application's own module gains nothing.
 */
public final class Opener implements Supplier<MethodHandles.Lookup> {
    /** For the one caller, by reflection. */
    public Opener() {}

    @Override
    public MethodHandles.Lookup get() {
        try {
            Field lookup = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
            lookup.setAccessible(true);
            return (MethodHandles.Lookup) lookup.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK has no full-access lookup where 17 and 25 have it", e);
        }
    }
}
