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
import java.io.ByteArrayOutputStream;
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
     * @param areSimple true if the values are known to be strings, numbers and the like
     */
    record Content(
            Object holder, String function, boolean maySign, boolean isReceived, boolean areSimple, Values values) {}

    /**
     * Signs captured values and what has been stated of them; returns null if nobody can, or wants to.
     *
     * @param statement what the signature is about besides the values
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#SHARED_CAPTURE}
     */
    static @Nullable Envelope of(ObjectOutputStream out, Statement statement, Content content) throws IOException {
        StreamInternals internals = Bridge.streams();
        boolean signs = content.maySign && Signing.isOn();
        boolean passesOn = content.isReceived && KnownSeals.any();
        if ((!signs && !passesOn) || (internals == null && !content.areSimple)) {
            return null; // without an agent nobody knows what is shared
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CapsuleOutput capsule = new CapsuleOutput(bytes, out);
        Sealing sealing = Sealing.begin(capsule);
        try {
            content.values.writeTo(capsule);
        } finally {
            sealing.end();
        }
        capsule.flush();
        signs = signs && sealing.mayBeSigned();
        if (internals != null && signs && UnsignedCaptures.areAllowed() && internals.hasObjects(capsule)) {
            return new Envelope(Signing.seal(statement.number(0)), null);
        }
        return inside(out, capsule, bytes.toByteArray(), statement, content, signs);
    }

    private static @Nullable Envelope inside(
            ObjectOutputStream out,
            CapsuleOutput capsule,
            byte[] values,
            Statement statement,
            Content content,
            boolean signs) {
        Statement all = statement.number(1).hashed(values);
        Seal known = signs ? null : KnownSeals.of(all);
        if (!signs && known == null) {
            return null;
        }
        StreamInternals internals = Bridge.streams();
        if (internals != null) {
            Class<?> shared = internals.shared(capsule, out);
            if (shared != null && !signs) {
                return null; // it goes as it is: one object, and no signature
            }
            if (shared != null) {
                throw TrustRefusals.sharedCapture(content.function, shared);
            }
            internals.keepApart(capsule, out, content.holder, content.function);
        }
        return new Envelope(known == null ? Signing.seal(all) : known, values);
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
        return new Envelope(seal, values);
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

    /** Returns where to read the captured values from. */
    ObjectInputStream values(ObjectInputStream in, ClassLoader loader) throws IOException {
        return values == null ? in : new CapsuleInput(values, in, loader);
    }
}
