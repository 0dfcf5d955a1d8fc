package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.refusal.TrustRefusals;
import dev.instancepatch.trust.UnsignedCaptures;
import dev.instancepatch.trust.Voucher;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the captured values of functions that have passed the gate are read from: the stream around them, or what was signed. */
final class CapturedValues {
    private final ObjectInputStream in;
    private final @Nullable Envelope envelope;
    private final Voucher voucher;
    private @Nullable ObjectInputStream values;

    private CapturedValues(ObjectInputStream in, @Nullable Envelope envelope, Voucher voucher) {
        this.in = in;
        this.envelope = envelope;
        this.voucher = voucher;
    }

    static CapturedValues of(@Nullable Envelope envelope, Voucher voucher, ObjectInputStream in) {
        return new CapturedValues(in, envelope, voucher);
    }

    /**
     * Refuses values that nobody signed, of code that somebody did: with other values it is other code.
     *
     * @param target what the function is for, for the message
     */
    void check(Supplier<String> target) throws RefusedPatchException {
        String key = envelope == null || envelope.coversValues() ? null : voucher.keyId();
        if (key != null && !UnsignedCaptures.areAllowed()) {
            throw TrustRefusals.unsignedCaptures(target.get(), key);
        }
    }

    /** Returns the loader that finds their classes; asked for streams of their own only, since it takes a look at the stack. */
    ClassLoader loader() {
        return areApart()
                ? ApplicationLoader.orSystem(ApplicationLoader.nearest())
                : ClassLoader.getSystemClassLoader();
    }

    /** Returns the stream to read them from. */
    private ObjectInputStream stream(ClassLoader loader) throws IOException {
        ObjectInputStream known = values;
        if (known == null) {
            known = envelope == null ? in : envelope.values(in, loader, voucher);
            values = known;
        }
        return known;
    }

    /** Returns true if the values are a stream of their own. */
    private boolean areApart() {
        return envelope != null && envelope.coversValues();
    }

    /** Returns true if no limits are to be put on them: somebody answers for them, or their stream has its own. */
    private boolean needNoLimits() {
        return areApart() || (envelope == null && voucher.vouches());
    }

    /** Begins to read values of a stream of their own, for which the same answer as for the code. */
    private @Nullable Arrival begin(ClassLoader loader) throws IOException {
        return areApart() ? Arrival.at(loader, stream(loader), voucher.within()) : null;
    }

    /** Lets the stream around them count what was read. */
    private void count() {
        if (values instanceof CapsuleInput capsule) {
            capsule.countOutside();
        }
    }

    /** Reads the values of one function out of the stream that has them. */
    interface Reading {
        /** Reads them. */
        void from(ObjectInputStream values) throws IOException, ClassNotFoundException;
    }

    /**
     * Reads the values of one function.
     *
     * @param function what captured them, for messages
     * @param loader finds their classes, if they are a stream of their own
     * @param arrival begins to read what that function captured
     */
    void read(String function, ClassLoader loader, Supplier<Arrival> arrival, Reading reading) throws IOException {
        Arrival around = begin(loader);
        Arrival begun = arrival.get();
        ReadingLimits limits = ReadingLimits.begin(in, needNoLimits());
        try {
            reading.from(stream(loader));
        } catch (ClassNotFoundException e) {
            throw ReadRefusals.missingCapture(function, String.valueOf(e.getMessage()), e);
        } catch (StackOverflowError e) {
            throw ReadingLimits.overflow(in, function, e);
        } finally {
            count();
            limits.end();
            begun.end();
            if (around != null) {
                around.end();
            }
        }
    }

    void readInto(IncomingPatch patch) throws IOException {
        check(patch::target);
        if (patch.capturesValues()) {
            read("for " + patch.target(), loader(), patch::arrival, patch::readCaptured);
        }
    }
}
