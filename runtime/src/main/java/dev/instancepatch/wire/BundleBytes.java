package dev.instancepatch.wire;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.BundleCodec;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bundle in a stream: an object of its own, so that the stream carries it once however many functions share it. The bytes are
 * custom data of known length: an array would be allocated as long as the stream says, and needs a class ({@code [B}) that some
 * readers' {@code resolveClass} does not find.
 */
final class BundleBytes implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Always the same object for equal bundles, while anybody (a stream, for one) holds it. Guarded by itself. */
    private static final Map<Bundle, WeakReference<BundleBytes>> OF = new WeakHashMap<>();

    private transient byte @Nullable [] bytes; // null: the stream left them out, or they are not what it says

    /** The key of {@link #OF}, which lives as long as this object. */
    @SuppressWarnings("unused")
    private transient @Nullable Bundle bundle;

    private BundleBytes(Bundle bundle) {
        this.bytes = bundle.encoded();
        this.bundle = bundle;
    }

    static BundleBytes of(Bundle bundle) {
        synchronized (OF) {
            WeakReference<BundleBytes> reference = OF.get(bundle);
            BundleBytes known = reference == null ? null : reference.get();
            if (known == null) {
                known = new BundleBytes(bundle);
                OF.put(bundle, new WeakReference<>(known));
            }
            return known;
        }
    }

    /** Returns the bytes; null if the stream has none, too many, or too few. */
    byte @Nullable [] bytes() {
        return bytes;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        byte[] written = Objects.requireNonNull(bytes);
        out.writeInt(written.length);
        out.write(written);
    }

    /** Refuses nothing itself: who asked for the code can, between two objects of the stream, and read on. */
    private void readObject(ObjectInputStream in) throws IOException {
        int length = in.readInt();
        if (length >= 0 && length <= BundleCodec.MAX_BYTES) {
            byte[] read = in.readNBytes(length); // grows with what is there, not with what is promised
            bytes = read.length == length ? read : null;
        }
    }
}
