package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.restore.InterfaceProxy;
import dev.instancepatch.trust.Statement;
import dev.instancepatch.trust.Unvouched;
import dev.instancepatch.trust.Verdict;
import dev.instancepatch.trust.Voucher;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function that travels by value, in a stream:
 *
 * <pre>
 * block   version (1), number of captured values
 * object  the bundle
 * objects the captured values
 * </pre>
 *
 * <p>Everything that decides whether the code may run stands before the captured values, so that a refused function's values are
 * never read.
 */
public final class FunctionForm implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The newest format this version reads. */
    private static final int VERSION = 2;

    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;

    static {
        InterfaceProxy.supply(FunctionForm::new); // whoever reads a function may have to send it on
    }

    private transient @Nullable CapturedFunction parts;
    private transient @Nullable IncomingFunction incoming;

    /** Makes what a stream carries in a function's place. */
    public FunctionForm(CapturedFunction parts) {
        this.parts = parts;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        CapturedFunction written = Objects.requireNonNull(parts);
        boolean mayBeSigned = Envelope.isPossible() && !Sealing.covers(out);
        Envelope envelope = mayBeSigned ? envelope(written, out) : null;
        out.writeByte(envelope == null ? UNSIGNED : SIGNED);
        out.writeByte(written.captured().length);
        out.writeObject(BundleBytes.of(written.bundle()));
        if (envelope != null) {
            envelope.writeTo(out);
        }
        if (envelope == null || !envelope.coversValues()) {
            writeCaptured(written, out);
        }
    }

    private @Nullable Envelope envelope(CapturedFunction written, ObjectOutputStream out) throws IOException {
        Bundle bundle = written.bundle();
        return Envelope.of(
                out,
                Statements.ofFunction(bundle.contentHash(), written.captured().length),
                new Envelope.Content(
                        this,
                        "of " + bundle.host().binaryName(),
                        !Unvouched.includes(bundle),
                        written.carried() == null,
                        to -> writeCaptured(written, to)));
    }

    private static void writeCaptured(CapturedFunction written, ObjectOutputStream out) throws IOException {
        Object outer = Departing.begin(written.carried());
        try {
            for (int i = 0; i < written.captured().length; i++) {
                write(written, i, out);
            }
        } finally {
            Departing.end(outer);
        }
    }

    private static void write(CapturedFunction function, int index, ObjectOutputStream out) throws IOException {
        Object value = function.captured()[index];
        try {
            out.writeObject(value);
        } catch (NotSerializableException e) {
            throw CapturedArgument.notSerializable(
                    "of " + function.bundle().host().binaryName(), index, value, e);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        if (BeingRead.isSkipped()) {
            return; // nobody will have it
        }
        BeingRead.begin();
        try {
            int version = in.readUnsignedByte();
            if (version == 0 || version > VERSION) {
                throw ReadRefusals.unknownFormat(version, VERSION);
            }
            int captured = in.readUnsignedByte();
            Object code = in.readObject();
            Envelope envelope = version == SIGNED ? Envelope.read(in) : null;
            Voucher voucher = envelope == null
                    ? Vouching.of(in)
                    : Vouching.of(
                            in,
                            envelope.seal(),
                            () -> statement(envelope, code, captured),
                            Verdict.Kind.FUNCTION,
                            "a function");
            incoming = Gatekeeper.pass(
                    BundleBytes.decode(code),
                    captured,
                    Arrival.target(),
                    voucher,
                    in.getClass().getName());
            incoming.readCaptured(CapturedValues.of(envelope, voucher, in), in);
        } finally {
            BeingRead.end();
        }
    }

    private static Statement statement(Envelope envelope, @Nullable Object code, int captured)
            throws RefusedPatchException {
        return envelope.statement(Statements.ofFunction(BundleBytes.contentHash(code), captured));
    }

    private @Nullable Object readResolve() throws ObjectStreamException {
        if (incoming == null && BeingRead.isSkipped()) {
            return null; // fits wherever the function would have
        }
        if (incoming == null) {
            throw ReadRefusals.malformedPayload("a function holds nothing", null);
        }
        return incoming.function();
    }
}
