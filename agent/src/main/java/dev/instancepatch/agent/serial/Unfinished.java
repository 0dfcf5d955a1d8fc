package dev.instancepatch.agent.serial;

import java.io.ObjectOutputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The objects one stream is in the middle of writing that a reader has only when all of them is read: records, and those behind
 * what is written in their place. Until then a reference back is null, or the stand-in.
 */
final class Unfinished {
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Integer, Integer> hashes =
            new HashMap<>(); // how many of them have each: most objects are none of them

    void begin(Object written, int depth) {
        leave(depth);
        Open begun = new Open(written, depth);
        open.push(begun);
        hashes.merge(begun.hash, 1, Integer::sum);
    }

    void end(Object written) {
        if (!open.isEmpty() && open.peek().refersTo(written)) {
            pop();
        }
    }

    private void pop() {
        hashes.computeIfPresent(open.pop().hash, (hash, count) -> count == 1 ? null : count - 1);
    }

    /** Returns true if a reference with this handle leads to one of them. */
    boolean has(ObjectOutputStream out, int handle) {
        Object object = Streams.written(out)[handle];
        if (!hashes.containsKey(System.identityHashCode(object))) {
            return false;
        }
        int now = Streams.depth(out);
        for (Open each : open) {
            if (each.refersTo(object) && each.depth < now) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Forgets what exceptions left unfinished, at this depth or deeper. */
    private void leave(int depth) {
        while (!open.isEmpty() && open.peek().depth >= depth) {
            pop();
        }
    }

    private static final class Open extends WeakReference<Object> {
        private final int depth;
        private final int hash;

        Open(Object written, int depth) {
            super(written);
            this.hash = System.identityHashCode(written);
            this.depth = depth;
        }
    }
}
