package dev.instancepatch.wire;

import java.io.ObjectInputStream;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * How much code one stream has brought, as it says itself: what deflates to a thousandth must not fill the memory, each piece within
 * its own limit. Counted when it is read, and what is too much is never inflated.
 *
 * <p>Streams are many, short-lived, and bring little. What a stream has brought is remembered beyond the next stream only if it was
 * much.
 */
final class CodeBudget {
    private static final int MUCH = 1 << 20;

    /** Of this thread: a graph is read by one. */
    private static final ThreadLocal<CodeBudget> MINE = ThreadLocal.withInitial(CodeBudget::new);

    private final Map<ObjectInputStream, Long> much = new WeakHashMap<>();
    private WeakReference<ObjectInputStream> last = new WeakReference<>(null);
    private long ofLast;

    private CodeBudget() {}

    /** Returns false if a stream has no room for so many bytes more, within {@link MaxBytes}. */
    static boolean spend(ObjectInputStream in, int bytes) {
        CodeBudget mine = MINE.get();
        if (!mine.last.refersTo(in)) {
            mine.turnTo(in);
        }
        mine.ofLast += bytes;
        return mine.ofLast <= MaxBytes.inForce();
    }

    private void turnTo(ObjectInputStream in) {
        ObjectInputStream before = last.get();
        if (before != null && ofLast > MUCH) {
            much.put(before, ofLast);
        }
        Long known = much.isEmpty() ? null : much.remove(in);
        last = new WeakReference<>(in);
        ofLast = known == null ? 0 : known;
    }
}
