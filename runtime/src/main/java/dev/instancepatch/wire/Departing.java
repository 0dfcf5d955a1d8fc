package dev.instancepatch.wire;

import org.jspecify.annotations.Nullable;

/** The function whose captured values this thread is writing: it decides which classes travel along. */
public final class Departing {
    private static final ThreadLocal<@Nullable Object> CURRENT = new ThreadLocal<>();

    private static final ThreadLocal<Boolean> PARCEL = ThreadLocal.withInitial(() -> false);

    private static volatile boolean any;

    private Departing() {}

    /** Returns which classes travel along with what is being written, as whoever took the function apart has said, or null. */
    public static @Nullable Object carried() {
        return any ? CURRENT.get() : null;
    }

    /** Begins to write a function's values, with what travels along; returns what to end with. */
    public static @Nullable Object begin(@Nullable Object carried) {
        Object outer = CURRENT.get();
        CURRENT.set(carried);
        if (!any) {
            any = true; // once: a volatile write is dear
        }
        return outer;
    }

    /** Returns true while this thread packs a parcel: all functions in it travel by value. */
    public static boolean isParcel() {
        return any && PARCEL.get();
    }

    static boolean beginParcel() {
        any = true;
        boolean outer = PARCEL.get();
        PARCEL.set(true);
        return outer;
    }

    static void endParcel(boolean outer) {
        PARCEL.set(outer);
    }

    /** Ends what {@link #begin} began. */
    public static void end(@Nullable Object outer) {
        CURRENT.set(outer);
    }
}
