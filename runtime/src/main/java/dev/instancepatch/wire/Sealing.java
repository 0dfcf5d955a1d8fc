package dev.instancepatch.wire;

import dev.instancepatch.trust.Unvouched;
import java.io.ObjectOutputStream;
import org.jspecify.annotations.Nullable;

/** A stream that this thread writes, and that is signed as a whole, or not at all: what is in it needs no signature of its own. */
public final class Sealing {
    private static final ThreadLocal<@Nullable Sealing> CURRENT = new ThreadLocal<>();

    private static volatile boolean any;

    private final ObjectOutputStream stream;
    private final @Nullable Sealing outer;
    private boolean unvouched;

    private Sealing(ObjectOutputStream stream, @Nullable Sealing outer) {
        this.stream = stream;
        this.outer = outer;
    }

    static Sealing begin(ObjectOutputStream stream) {
        any = true;
        Sealing begun = new Sealing(stream, CURRENT.get());
        CURRENT.set(begun);
        return begun;
    }

    void end() {
        CURRENT.set(outer);
    }

    /** Returns true if a stream is signed as a whole, or goes unsigned as one. */
    public static boolean covers(ObjectOutputStream stream) {
        return of(stream) != null;
    }

    private static @Nullable Sealing of(ObjectOutputStream stream) {
        for (Sealing each = any ? CURRENT.get() : null; each != null; each = each.outer) {
            if (each.stream == stream) {
                return each;
            }
        }
        return null;
    }

    /** Notes code that is written. */
    static void note(ObjectOutputStream stream, String contentHash) {
        Sealing sealing = of(stream);
        if (sealing != null && Unvouched.includes(contentHash)) {
            sealing.unvouched = true;
        }
    }

    /** Notes that a patch is written for which nobody has answered: a stranger chose what its function captured, whoever wrote that. */
    static void noteUnanswered(ObjectOutputStream stream) {
        Sealing sealing = of(stream);
        if (sealing != null) {
            sealing.unvouched = true;
        }
    }

    /** Returns true if all code in it is this JVM's, or somebody else has answered for it. */
    boolean mayBeSigned() {
        return !unvouched;
    }
}
