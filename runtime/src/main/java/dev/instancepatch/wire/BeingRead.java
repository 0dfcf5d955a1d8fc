package dev.instancepatch.wire;

/** How many payloads and functions this thread is in the middle of reading: frames of this library then stand between a stream and its user. */
public final class BeingRead {
    private static final ThreadLocal<BeingRead> MINE = ThreadLocal.withInitial(BeingRead::new);

    private static volatile boolean any;

    private int depth;
    private int skipped;

    private BeingRead() {}

    /** Returns true while this thread reads one. */
    public static boolean now() {
        return any && MINE.get().depth > 0;
    }

    /** Returns true while this thread reads, and drops, the rest of a payload that was refused and is left out. */
    public static boolean isSkipped() {
        return any && MINE.get().skipped > 0;
    }

    static void skip(int more) {
        MINE.get().skipped += more;
    }

    static void begin() {
        if (!any) {
            any = true; // once: a volatile write is dear
        }
        MINE.get().depth++;
    }

    static void end() {
        MINE.get().depth--;
    }
}
