package dev.instancepatch.wire;

import dev.instancepatch.code.CapturedFunction;
import org.jspecify.annotations.Nullable;

/** The function whose captured values this thread is writing: it decides which classes travel along. */
public final class Departing {
    private static final ThreadLocal<@Nullable CapturedFunction> CURRENT = new ThreadLocal<>();

    private static volatile boolean any;

    private Departing() {}

    /** Returns which classes travel along with what is being written, as whoever took the function apart has said, or null. */
    public static @Nullable Object carried() {
        CapturedFunction current = any ? CURRENT.get() : null;
        return current == null ? null : current.carried();
    }

    /** Begins to write a function's captured values; returns what to end with. */
    public static @Nullable CapturedFunction begin(CapturedFunction function) {
        CapturedFunction outer = CURRENT.get();
        CURRENT.set(function);
        any = true;
        return outer;
    }

    /** Ends what {@link #begin} began. */
    public static void end(@Nullable CapturedFunction outer) {
        CURRENT.set(outer);
    }
}
