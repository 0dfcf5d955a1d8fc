package dev.instancepatch.wire;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.restore.InterfaceProxy;
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

    private static final int VERSION = 1;

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
        out.writeByte(VERSION);
        out.writeByte(written.captured().length);
        out.writeObject(BundleBytes.of(written.bundle()));
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
            if (version != VERSION) {
                throw ReadRefusals.unknownFormat(version, VERSION);
            }
            int captured = in.readUnsignedByte();
            Bundle bundle = BundleBytes.decode(in.readObject());
            incoming = Gatekeeper.pass(bundle, captured, Arrival.target());
            incoming.readCaptured(in);
        } finally {
            BeingRead.end();
        }
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
