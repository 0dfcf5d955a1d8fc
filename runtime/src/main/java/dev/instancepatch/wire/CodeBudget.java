package dev.instancepatch.wire;

import java.io.ObjectInputStream;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * How much code one stream has brought, as it says itself: what deflates to a thousandth must not fill the memory, each piece within
 * its own limit. Counted when it is read, and what is too much is never inflated.
 */
final class CodeBudget {
    /** Streams with code in them are few. Of this thread: a graph is read by one. */
    private static final ThreadLocal<Map<ObjectInputStream, long[]>> READ = ThreadLocal.withInitial(WeakHashMap::new);

    private CodeBudget() {}

    /** Returns false if a stream has no room for so many bytes more, within {@link MaxBytes}. */
    static boolean spend(ObjectInputStream in, int bytes) {
        long[] read = READ.get().computeIfAbsent(in, stream -> new long[1]);
        read[0] += bytes;
        return read[0] <= MaxBytes.inForce();
    }
}
