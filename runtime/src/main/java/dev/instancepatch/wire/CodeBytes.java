package dev.instancepatch.wire;

import dev.instancepatch.code.BundleCodec;
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
 */
record CodeBytes(byte @Nullable [] bytes, List<@Nullable Object> uses) {
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
            return new CodeBytes(null, List.of());
        }
        byte[] read = in.readNBytes(length); // grows with what is there, not with what is promised
        List<@Nullable Object> uses = new ArrayList<>();
        int count = read.length == length && in.available() > 0 ? in.readUnsignedShort() : 0;
        if (count > MAX_USES) {
            return new CodeBytes(null, List.of());
        }
        for (int i = 0; i < count; i++) {
            uses.add(in.readObject());
        }
        return new CodeBytes(read.length == length ? read : null, uses);
    }
}
