package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.BundleCodec;
import dev.instancepatch.code.Hashes;
import dev.instancepatch.refusal.ReadRefusals;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code in a stream: length, bytes, and the units it uses, objects of the stream themselves. The bytes are custom data of known
 * length: an array would be allocated as long as the stream says, and needs a class ({@code [B}) that some readers'
 * {@code resolveClass} does not find.
 *
 * @param bytes null if the stream left them out, or they are not what it says
 * @param isTooMuch true if the stream brings more code than this JVM allows
 */
record CodeBytes(byte @Nullable [] bytes, List<@Nullable Object> uses, boolean isTooMuch) {
    static final CodeBytes NONE = new CodeBytes(null, List.of(), false);

    private static final int MAX_USES = 1_000;

    static void write(byte[] bytes, List<UnitBytes> uses, ObjectOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
        if (!uses.isEmpty()) {
            out.writeShort(uses.size());
            for (UnitBytes unit : uses) {
                out.writeObject(unit);
            }
        }
    }

    /** Refuses nothing itself: who asked for the code can, between two objects of the stream, and read on. */
    static CodeBytes read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        int length = in.readInt();
        if (length < 0 || length > BundleCodec.MAX_BYTES) {
            return NONE;
        }
        byte[] read = in.readNBytes(length); // grows with what is there, not with what is promised
        List<@Nullable Object> uses = new ArrayList<>();
        int count = read.length == length && in.available() > 0 ? in.readUnsignedShort() : 0;
        if (count > MAX_USES) {
            return NONE;
        }
        for (int i = 0; i < count; i++) {
            uses.add(in.readObject());
        }
        boolean isTooMuch = !CodeBudget.spend(in, BundleCodec.inflatedLength(read));
        return new CodeBytes(read.length == length ? read : null, uses, isTooMuch);
    }

    /**
     * Returns the bytes.
     *
     * @param what names them in the refusal: {@code the code}
     * @throws RefusedPatchException if there are none, or too many
     */
    byte[] require(String what) throws RefusedPatchException {
        if (isTooMuch) {
            throw ReadRefusals.tooMuchCode(MaxBytes.inForce());
        }
        if (bytes == null) {
            throw ReadRefusals.malformedPayload(what + " is not where it belongs, or not as long as it says", null);
        }
        return bytes;
    }

    /** Returns what {@link dev.instancepatch.code.ClassUnit#contentHash} will, without looking into the bytes. */
    String contentHash(int depth) throws RefusedPatchException {
        List<String> hashes = new ArrayList<>();
        for (Object used : uses) {
            hashes.add(UnitBytes.require(used).contentHash(depth));
        }
        return Hashes.sha256(require("code"), hashes);
    }
}
