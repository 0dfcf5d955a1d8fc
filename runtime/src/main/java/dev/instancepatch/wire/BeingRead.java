package dev.instancepatch.wire;

/** How many payloads and functions this thread is in the middle of reading: frames of this library then stand between a stream and its user. */
public final class BeingRead {
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private static volatile boolean any;

    private BeingRead() {}

    /** Returns true while this thread reads one. */
    public static boolean now() {
        return any && DEPTH.get() > 0;
    }

    static void begin() {
        any = true;
        DEPTH.set(DEPTH.get() + 1);
    }

    static void end() {
        DEPTH.set(DEPTH.get() - 1);
    }
}
