package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.StreamInternals;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.trust.TrustGate;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Limits on captured values that stand in the application's own stream and that nobody signed: its filter (JEP 290), and ours besides,
 * while they are read. A stranger chose the values, and has code to try them on.
 */
final class ReadingLimits {
    private static final ReadingLimits NONE = new ReadingLimits(null, null, null);

    private static final int MAX_DEPTH = 10_000;

    private final @Nullable StreamInternals internals;
    private final @Nullable ObjectInputStream in;
    private final @Nullable ObjectInputFilter before;

    private ReadingLimits(
            @Nullable StreamInternals internals, @Nullable ObjectInputStream in, @Nullable ObjectInputFilter before) {
        this.internals = internals;
        this.in = in;
        this.before = before;
    }

    /**
     * Begins to read.
     *
     * @param areApart true if the values are a stream of their own, which has its filter already
     */
    static ReadingLimits begin(ObjectInputStream in, boolean areApart) {
        StreamInternals internals = Bridge.streams();
        if (areApart || internals == null || TrustGate.policy() == TrustGate.ALL) {
            return NONE;
        }
        ObjectInputFilter own = in.getObjectInputFilter();
        ObjectInputFilter merged =
                own == null ? ReadingLimits::check : ObjectInputFilter.merge(ReadingLimits::check, own);
        return new ReadingLimits(internals, in, internals.filter(in, merged));
    }

    private static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
        return info.arrayLength() > MaxBytes.inForce() || info.depth() > MAX_DEPTH
                ? ObjectInputFilter.Status.REJECTED
                : ObjectInputFilter.Status.UNDECIDED;
    }

    /** Returns the refusal of values that are nested too deeply for a stack; not within a parcel, which is read again with a larger one. */
    static RefusedPatchException overflow(ObjectInputStream in, String function, StackOverflowError overflow) {
        if (in instanceof GraphInput) {
            throw overflow;
        }
        return ReadRefusals.tooDeepCapture(function, overflow);
    }

    void end() {
        if (internals != null && in != null) {
            internals.filter(in, before);
        }
    }
}
