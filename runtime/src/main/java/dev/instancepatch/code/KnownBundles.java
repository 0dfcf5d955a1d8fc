package dev.instancepatch.code;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One bundle for the same bytes, while anybody holds it: what arrives again is not inflated again, and what is passed on together
 * is shared by the next stream.
 */
public final class KnownBundles {
    private static final int MAX_KNOWN = 1_000;
    private static final int MAX_BYTES = 16 << 10; // of one; a map must not keep what a stranger chose to send

    private static final Map<Key, WeakReference<Bundle>> KNOWN = new ConcurrentHashMap<>();

    private KnownBundles() {}

    /**
     * Reads a bundle.
     *
     * @throws MalformedBundleException if the bytes are none
     */
    public static Bundle decode(byte[] encoded, List<ClassUnit> uses) throws MalformedBundleException {
        if (encoded.length > MAX_BYTES) {
            return BundleCodec.decode(encoded, uses);
        }
        Key key = new Key(ByteBuffer.wrap(encoded), uses);
        Bundle known = known(key);
        if (known == null) {
            known = BundleCodec.decode(encoded, uses);
            if (KNOWN.size() >= MAX_KNOWN) {
                KNOWN.clear(); // rarer than it is worth a better choice
            }
            KNOWN.put(key, new WeakReference<>(known));
        }
        return known;
    }

    private record Key(ByteBuffer encoded, List<ClassUnit> uses) {}

    private static @Nullable Bundle known(Key key) {
        WeakReference<Bundle> reference = KNOWN.get(key);
        return reference == null ? null : reference.get();
    }
}
