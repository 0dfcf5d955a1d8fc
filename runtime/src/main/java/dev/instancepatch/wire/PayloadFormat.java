package dev.instancepatch.wire;

import dev.instancepatch.Code;
import dev.instancepatch.Origin;
import dev.instancepatch.PatchException;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.table.FunctionInterface;
import dev.instancepatch.trust.Statement;
import dev.instancepatch.trust.Verdict;
import dev.instancepatch.trust.Voucher;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payload's bytes, inside the custom data of one object of a stream:
 *
 * <pre>
 * block   version (1, or 2 if it is signed), number of patches,
 *         per patch: method name, descriptor, interface, flags, reason if flagged,
 *                    number of captured values, per captured value: 1 if it is the patched object, else 0
 * objects descriptor of the object's class
 * objects per patch: descriptor of the declaring class, null if it is the same; the bundle
 * block   if it is signed: {@link Envelope}
 * objects per patch: its captured values, unless the envelope holds them
 * </pre>
 *
 * <p>Everything that decides whether the code may run stands before the captured values, so that a refused payload's values
 * are never read. Shared descriptors, bundles and values are the stream's own back references.
 */
final class PayloadFormat {
    /** The newest format this version reads. */
    static final int VERSION = 2;

    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;

    private static final int HAS_REASON = 1;
    private static final int MAX_PATCHES = 10_000;

    private PayloadFormat() {}

    static void write(Payload payload, ObjectStreamClass patched, List<OutgoingPatch> patches, ObjectOutputStream out)
            throws IOException {
        boolean mayBeSigned = Envelope.isPossible() && !Sealing.covers(out);
        Envelope envelope = mayBeSigned ? envelope(payload, patched, patches, out) : null;
        if (Sealing.covers(out) && !patches.stream().allMatch(OutgoingPatch::maySign)) {
            Sealing.noteUnanswered(out);
        }
        out.writeByte(envelope == null ? UNSIGNED : SIGNED);
        out.writeShort(patches.size());
        for (OutgoingPatch patch : patches) {
            writeHead(patch, out);
        }
        out.writeObject(patched);
        for (OutgoingPatch patch : patches) {
            out.writeObject(patch.declaring() == patched ? null : patch.declaring());
            out.writeObject(BundleBytes.of(patch.function().bundle()));
        }
        if (envelope != null) {
            envelope.writeTo(out);
        }
        if (envelope == null || !envelope.coversValues()) {
            writeCaptured(patches, out);
        }
    }

    private static @Nullable Envelope envelope(
            Payload payload, ObjectStreamClass patched, List<OutgoingPatch> patches, ObjectOutputStream out)
            throws IOException {
        boolean maySign = patches.stream().allMatch(OutgoingPatch::maySign);
        boolean isReceived = patches.stream().noneMatch(p -> p.patch().origin() == Origin.LOCAL);
        Statement statement = Statements.ofPatches(
                Statements.name(patched),
                patches.stream().map(OutgoingPatch::stated).toList());
        String function = patches.isEmpty() ? "?" : "for " + patches.get(0).target();
        return Envelope.of(
                out,
                statement,
                new Envelope.Content(payload, function, maySign, isReceived, to -> writeCaptured(patches, to)));
    }

    private static void writeHead(OutgoingPatch patch, ObjectOutputStream out) throws IOException {
        String reason = patch.patch().reason();
        out.writeUTF(patch.patch().id().method().getName());
        out.writeUTF(patch.patch().id().descriptor());
        out.writeByte(patch.type().ordinal());
        out.writeByte(reason == null ? 0 : HAS_REASON);
        if (reason != null) {
            out.writeUTF(reason);
        }
        boolean[] owner = patch.owners();
        out.writeByte(owner.length);
        for (boolean isOwner : owner) {
            out.writeBoolean(isOwner);
        }
    }

    private static void writeCaptured(List<OutgoingPatch> patches, ObjectOutputStream out) throws IOException {
        for (OutgoingPatch patch : patches) {
            if (patch.function().captured().length == 0) {
                continue;
            }
            Object outer = Departing.begin(patch.function().carried());
            try {
                writeValues(patch, out);
            } finally {
                Departing.end(outer);
            }
        }
    }

    private static void writeValues(OutgoingPatch patch, ObjectOutputStream out) throws IOException {
        @Nullable Object[] captured = patch.function().captured();
        for (int i = 0; i < captured.length; i++) {
            if (!patch.isOwner(i)) {
                try {
                    out.writeObject(captured[i]);
                } catch (PatchException e) {
                    throw e.code() == Code.NOT_CAPTURABLE
                            ? Refusals.notCapturableWithin(
                                    "for " + patch.target(), CapturedArgument.path(i, captured[i]), e)
                            : e;
                } catch (NotSerializableException e) {
                    throw CapturedArgument.notSerializable("for " + patch.target(), i, captured[i], e);
                }
            }
        }
    }

    /**
     * What was read.
     *
     * @param patches what passed the gate
     * @param ifReceived the refusal if anybody receives the object after all: its class is missing, so that Java serialization
     *     skips it, or says itself what is missing
     */
    record Read(List<IncomingPatch> patches, @Nullable RefusedPatchException ifReceived) {}

    private static RefusedPatchException missing(ObjectStreamClass descriptor, String method) {
        return ReadRefusals.targetMissing(
                descriptor.getName() + "." + method, descriptor.getName(), "this JVM has no such class");
    }

    static Read read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        int version = in.readUnsignedByte();
        if (version == 0 || version > VERSION) {
            throw ReadRefusals.unknownFormat(version, VERSION);
        }
        int count = in.readUnsignedShort();
        if (count > MAX_PATCHES) {
            throw ReadRefusals.malformedPayload("it says it holds " + count + " patches", null);
        }
        List<PatchHead> heads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heads.add(readHead(in));
        }
        if (Bridge.agent() == null) {
            throw ReadRefusals.noAgent(
                    heads.isEmpty() ? "?" : heads.get(0).name() + heads.get(0).descriptor());
        }
        String first = heads.isEmpty() ? "?" : heads.get(0).name();
        Object named = in.readObject();
        if (named instanceof ObjectStreamClass unknown && unknown.forClass() == null) {
            return new Read(List.of(), missing(unknown, first));
        }
        List<PatchOnWire> wires = new ArrayList<>();
        for (PatchHead head : heads) {
            Object declaring = in.readObject();
            wires.add(PatchOnWire.of(head, named, declaring == null ? named : declaring, in.readObject()));
        }
        Envelope envelope = version == SIGNED ? Envelope.read(in) : null;
        return new Read(receive(wires, envelope, in), null);
    }

    private static List<IncomingPatch> receive(
            List<PatchOnWire> wires, @Nullable Envelope envelope, ObjectInputStream in)
            throws IOException, ClassNotFoundException {
        Voucher voucher = envelope == null
                ? Vouching.of(in)
                : Vouching.of(
                        in,
                        envelope.seal(),
                        () -> envelope.statement(PatchOnWire.statement(wires)),
                        Verdict.Kind.PATCH,
                        PatchOnWire.targets(wires));
        List<IncomingPatch> patches = new ArrayList<>();
        for (PatchOnWire wire : wires) {
            patches.add(Gatekeeper.pass(
                    PatchAtGate.of(wire, wire.bundle(), voucher, in.getClass().getName())));
        }
        CapturedValues values = CapturedValues.of(envelope, voucher, in);
        for (IncomingPatch patch : patches) {
            values.readInto(patch);
        }
        return patches;
    }

    private static PatchHead readHead(ObjectInputStream in) throws IOException {
        String name = in.readUTF();
        String descriptor = in.readUTF();
        FunctionInterface type = FunctionInterface.at(in.readUnsignedByte());
        if (type == null) {
            throw ReadRefusals.malformedPayload("it names an unknown interface", null);
        }
        int flags = in.readUnsignedByte();
        if ((flags & ~HAS_REASON) != 0) {
            throw ReadRefusals.malformedPayload("it has an unknown flag", null);
        }
        String reason = (flags & HAS_REASON) == 0 ? null : in.readUTF();
        boolean[] owner = new boolean[in.readUnsignedByte()];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = in.readBoolean();
        }
        return new PatchHead(name, descriptor, type, reason, owner);
    }

    static Class<?> classOf(@Nullable Object read, String method) throws IOException {
        if (!(read instanceof ObjectStreamClass descriptor)) {
            throw ReadRefusals.malformedPayload("the class of " + method + " is not where it belongs", null);
        }
        Class<?> type = descriptor.forClass();
        if (type == null) {
            throw missing(descriptor, method);
        }
        return type;
    }
}
