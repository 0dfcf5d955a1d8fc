package dev.instancepatch.wire;

/** How many payloads and functions this thread is in the middle of reading: frames of this library then stand between a stream and its user. */
public final class BeingRead {
    private static final int DEPTH = 0;

    private static final int SKIPPED = 1;

    /** An array of the JDK's: an object of ours would hold this class's loader as long as the thread lives. */
    private static final ThreadLocal<int[]> MINE = ThreadLocal.withInitial(() -> new int[2]);

    private static volatile boolean any;

    private BeingRead() {}

    /** Returns true while this thread reads one. */
    public static boolean now() {
        return any && MINE.get()[DEPTH] > 0;
    }

    /** Returns true while this thread reads, and drops, the rest of a payload that was refused and is left out. */
    public static boolean isSkipped() {
        return any && MINE.get()[SKIPPED] > 0;
    }

    static void skip(int more) {
        MINE.get()[SKIPPED] += more;
    }

    static void begin() {
        if (!any) {
            any = true; // once: a volatile write is dear
        }
        MINE.get()[DEPTH]++;
    }

    static void end() {
        MINE.get()[DEPTH]--;
    }
}
