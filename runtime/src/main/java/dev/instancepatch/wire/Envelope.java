package dev.instancepatch.wire;

import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.StreamInternals;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.refusal.TrustRefusals;
import dev.instancepatch.trust.KnownSeals;
import dev.instancepatch.trust.Seal;
import dev.instancepatch.trust.Signing;
import dev.instancepatch.trust.Statement;
import dev.instancepatch.trust.UnsignedCaptures;
import dev.instancepatch.trust.Voucher;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What functions captured, with a signature:
 *
 * <pre>
 * block   seal; 1 if the captured values follow in this block, else 0; their length, and they, as a stream of its own
 * </pre>
 *
 * <p>The signature can only cover values that it holds itself. What a function captured and the stream holds elsewhere too would
 * become two objects: that is refused, or goes unsigned into the stream where {@code captures=allow} says so.
 */
final class Envelope {
    private final Seal seal;
    private final byte @Nullable [] values; // null if they stand in the stream around it

    private Envelope(Seal seal, byte @Nullable [] values) {
        this.seal = seal;
        this.values = values;
    }

    /** Writes captured values into a stream. */
    interface Values {
        /** Writes them. */
        void writeTo(ObjectOutputStream out) throws IOException;
    }

    /**
     * What is to be signed.
     *
     * @param holder the object of the stream that the values belong to
     * @param function what captured them, for messages
     * @param maySign true if this JVM may answer for the code
     * @param isReceived true if it came from elsewhere, perhaps with a signature that can be passed on
     */
    record Content(Object holder, String function, boolean maySign, boolean isReceived, Values values) {}

    /** Returns false where nothing is signed: then nobody has to say what would be. */
    static boolean isPossible() {
        return Signing.isOn() || KnownSeals.any();
    }

    /**
     * Signs captured values and what has been stated of them; returns null if nobody can, or wants to.
     *
     * @param statement what the signature is about besides the values
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#SHARED_CAPTURE}
     */
    static @Nullable Envelope of(ObjectOutputStream out, Statement statement, Content content) throws IOException {
        boolean wanted = content.maySign && Signing.isOn();
        if (!wanted && !(content.isReceived && KnownSeals.any())) {
            return null;
        }
        Capsule capsule = Capsule.of(content.values, out);
        boolean signs = wanted && capsule.mayBeSigned();
        if (UnsignedCaptures.areAllowed() && capsule.hasObjects()) {
            return signs ? new Envelope(Signing.seal(statement.number(0)), null) : null;
        }
        Statement all = statement.number(1).hashed(capsule.bytes());
        return signs ? signed(out, capsule, all, content) : passedOn(out, capsule, all, content);
    }

    private static Envelope signed(ObjectOutputStream out, Capsule capsule, Statement all, Content content) {
        Class<?> shared = capsule.shared(out);
        if (shared != null) {
            throw TrustRefusals.sharedCapture(content.function, shared);
        }
        capsule.keepApart(out, content);
        return new Envelope(Signing.seal(all), capsule.bytes());
    }

    /** With a signature that somebody else has made of exactly this; what is shared goes as it is, one object and no signature. */
    private static @Nullable Envelope passedOn(
            ObjectOutputStream out, Capsule capsule, Statement all, Content content) {
        Seal known = KnownSeals.of(all);
        if (known == null || capsule.shared(out) != null) {
            return null;
        }
        capsule.keepApart(out, content);
        return new Envelope(known, capsule.bytes());
    }

    void writeTo(ObjectOutputStream out) throws IOException {
        seal.write(out);
        out.writeBoolean(values != null);
        if (values != null) {
            out.writeInt(values.length);
            out.write(values);
        }
    }

    static Envelope read(ObjectInputStream in) throws IOException {
        Seal seal = Seal.read(in);
        if (!in.readBoolean()) {
            return new Envelope(seal, null);
        }
        int length = in.readInt();
        if (length < 0 || length > MaxBytes.inForce()) {
            throw ReadRefusals.malformedPayload("it says that " + length + " bytes were captured", null);
        }
        byte[] values = in.readNBytes(length); // grows with what is there, not with what is promised
        if (values.length < length) {
            throw ReadRefusals.malformedPayload("it ends too early", null);
        }
        requireEnd(in);
        return new Envelope(seal, values);
    }

    /** What stood behind signed values would be unsigned, and a resolveClass that reads annotations would take it for those. */
    private static void requireEnd(ObjectInputStream in) throws IOException {
        StreamInternals internals = Bridge.streams();
        if (internals != null && !internals.isAtEnd(in)) {
            throw ReadRefusals.malformedPayload("it goes on behind its captured values", null);
        }
    }

    Seal seal() {
        return seal;
    }

    /** Returns what has to have been signed. */
    Statement statement(Statement about) {
        return values == null ? about.number(0) : about.number(1).hashed(values);
    }

    /** Returns true if the captured values are signed too. */
    boolean coversValues() {
        return values != null;
    }

    /**
     * Returns where to read the captured values from.
     *
     * @param voucher who answers for them
     */
    ObjectInputStream values(ObjectInputStream in, ClassLoader loader, Voucher voucher) throws IOException {
        return values == null ? in : new CapsuleInput(values, in, loader, voucher.vouches());
    }
}
