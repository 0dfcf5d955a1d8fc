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
     * @param needNoLimits true if the values need none: somebody answers for them, or they are a stream of their own, with its filter
     */
    static ReadingLimits begin(ObjectInputStream in, boolean needNoLimits) {
        StreamInternals internals = Bridge.streams();
        if (needNoLimits || internals == null || TrustGate.policy() == TrustGate.ALL) {
            return NONE;
        }
        ObjectInputFilter own = in.getObjectInputFilter();
        ObjectInputFilter ours = new Limits();
        ObjectInputFilter merged = own == null ? ours : ObjectInputFilter.merge(ours, own);
        return new ReadingLimits(internals, in, internals.filter(in, merged));
    }

    /** The values may stand deep in a graph: what counts is how deep they are themselves. */
    private static final class Limits implements ObjectInputFilter {
        private long outside = -1;

        @Override
        public Status checkInput(FilterInfo info) {
            outside = outside < 0 ? info.depth() - 1 : outside;
            return info.arrayLength() > MaxBytes.inForce() || info.depth() - outside > MAX_DEPTH
                    ? Status.REJECTED
                    : Status.UNDECIDED;
        }
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
