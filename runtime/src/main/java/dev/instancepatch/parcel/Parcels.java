package dev.instancepatch.parcel;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.refusal.Losses;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.trust.Signing;
import dev.instancepatch.trust.Voucher;
import dev.instancepatch.wire.MaxBytes;
import dev.instancepatch.wire.ParcelInput;
import dev.instancepatch.wire.ParcelOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import org.jspecify.annotations.Nullable;

/** Graph to parcel, and back. */
public final class Parcels {
    private Parcels() {}

    /**
     * Packs a graph.
     *
     * @throws dev.instancepatch.PatchException if an object is not Serializable, or the graph is too large or too deep
     * @throws IOException if an object's own writing says so
     */
    public static byte[] pack(@Nullable Object graph) throws IOException {
        try {
            Packed packed = LargeStack.run(() -> write(graph), Refusals::tooDeepToWrite);
            if (Signing.isOn() && !packed.mayBeSigned) {
                Losses.unsigned();
            }
            return Container.close(packed.stream, Signing.isOn() && packed.mayBeSigned);
        } catch (NotSerializableException e) {
            throw Refusals.notSerializable(String.valueOf(e.getMessage()), path(graph), e);
        }
    }

    /**
     * An object stream, and whether this JVM may answer for all code in it.
     *
     * @param stream not to be changed
     */
    record Packed(byte[] stream, boolean mayBeSigned) {}

    static Packed write(@Nullable Object graph) throws IOException {
        CappedBytes bytes = new CappedBytes(MaxBytes.inForce());
        boolean mayBeSigned;
        try (ParcelOutput out = new ParcelOutput(bytes)) {
            mayBeSigned = out.writeGraph(graph);
        }
        return new Packed(bytes.toByteArray(), mayBeSigned);
    }

    private static String path(@Nullable Object graph) {
        Agent agent = Bridge.agent();
        String root = graph == null ? "null" : graph.getClass().getTypeName();
        return root + (agent == null ? "" : agent.pathToUnserializable(graph));
    }

    /** Opens a parcel without looking at its content. */
    public static Opened open(byte[] parcel) throws RefusedPatchException {
        return Container.open(parcel);
    }

    /**
     * Reads one parcel and leaves what is behind it.
     *
     * @throws java.io.EOFException if there is nothing to read
     */
    public static Opened open(InputStream in) throws IOException {
        return Container.read(in);
    }

    /** Returns the graph, of classes as the nearest code on the stack sees them that is not the JDK's or this library's. */
    public static @Nullable Object unpack(Opened parcel) throws IOException {
        ClassLoader loader = CallersLoader.find();
        Voucher voucher = parcel.voucher(); // before anything is inflated
        byte[] stream = parcel.stream();
        return LargeStack.run(() -> read(stream, loader, voucher), ReadRefusals::tooDeepToRead);
    }

    static @Nullable Object read(byte[] stream, ClassLoader loader, Voucher voucher) throws IOException {
        try (ParcelInput in = new ParcelInput(new ByteArrayInputStream(stream), stream.length, loader)) {
            return in.readGraph(voucher);
        } catch (ClassNotFoundException e) {
            throw ReadRefusals.missingObjectClass(String.valueOf(e.getMessage()), String.valueOf(loader), e);
        }
    }
}
