package dev.instancepatch.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field of whatever class by its place in the object. A handle of the field does the same, but only a constant one is
 * compiled into what calls it: a writer looks at objects of all classes in one place, where each handle is a call: 4 ns of the 35 that an object takes.
 */
final class FieldMemory {
    private static final long UNKNOWN = -1;

    /** {@code (Object, long) -> Object}, volatile; null in a JDK without it: then handles have to do. */
    private static final @Nullable MethodHandle READ;

    /** {@code (Class, String) -> long}. */
    private static final @Nullable MethodHandle PLACE;

    static {
        MethodHandle read = null;
        MethodHandle place = null;
        try {
            Class<?> memory = Class.forName("jdk.internal.misc.Unsafe", true, null);
            MethodHandles.Lookup lookup = Trusted.lookupIn(memory);
            Object all = lookup.findStatic(memory, "getUnsafe", MethodType.methodType(memory))
                    .invoke();
            read = lookup.findVirtual(
                            memory,
                            "getReferenceVolatile",
                            MethodType.methodType(Object.class, Object.class, long.class))
                    .bindTo(all);
            place = lookup.findVirtual(
                            memory, "objectFieldOffset", MethodType.methodType(long.class, Class.class, String.class))
                    .bindTo(all);
        } catch (Throwable otherJdk) {
            read = null;
            place = null;
        }
        READ = read;
        PLACE = place;
    }

    private FieldMemory() {}

    /** Returns the place of a class's own field in its objects, negative if that is not known. */
    static long place(Class<?> declaring, String field) {
        try {
            return PLACE == null ? UNKNOWN : (long) PLACE.invokeExact(declaring, field);
        } catch (Throwable otherJdk) {
            return UNKNOWN;
        }
    }

    /** Reads a field of a known place; the object has to be of its class. */
    static @Nullable Object read(Object object, long place) {
        try {
            return (Object) READ.invokeExact(object, place);
        } catch (Error overflow) {
            throw overflow; // of the stack, in the middle of a deep graph
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // a field read
        }
    }
}
