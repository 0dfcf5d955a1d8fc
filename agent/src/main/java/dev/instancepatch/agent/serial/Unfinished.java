package dev.instancepatch.agent.serial;

import java.io.ObjectOutputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The objects one stream is in the middle of writing that a reader has only when all of them is read: records, and those behind
 * what is written in their place. Until then a reference back is null, or the stand-in.
 */
final class Unfinished {
    private final Deque<Open> open = new ArrayDeque<>();

    void begin(Object written, int depth) {
        leave(depth);
        open.push(new Open(written, depth));
    }

    void end(Object written) {
        if (!open.isEmpty() && open.peek().refersTo(written)) {
            open.pop();
        }
    }

    /** Returns true if a reference with this handle leads to one of them. */
    boolean has(ObjectOutputStream out, int handle) {
        int now = Streams.depth(out);
        for (Open each : open) {
            Object object = each.get();
            if (object != null && each.depth < now && Streams.handle(out, object) == handle) {
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
            open.pop();
        }
    }

    private static final class Open extends WeakReference<Object> {
        private final int depth;

        Open(Object written, int depth) {
            super(written);
            this.depth = depth;
        }
    }
}
