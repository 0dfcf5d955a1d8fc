package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.KnownBundles;
import dev.instancepatch.code.MalformedBundleException;
import dev.instancepatch.refusal.ReadRefusals;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** A bundle in a stream: an object of its own, so that the stream carries it once however many functions share it. */
final class BundleBytes implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Always the same object for equal bundles, while anybody (a stream, for one) holds it. Guarded by itself. */
    private static final Map<Bundle, WeakReference<BundleBytes>> OF = new WeakHashMap<>();

    private transient CodeBytes code = CodeBytes.NONE;
    private transient @Nullable Bundle bundle; // the key of OF, which lives as long as this object

    private BundleBytes(Bundle bundle) {
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

    /**
     * Returns the bundle that an object of a stream holds. Nothing of it is defined.
     *
     * @throws RefusedPatchException if it holds none
     */
    static Bundle decode(@Nullable Object encoded) throws RefusedPatchException {
        CodeBytes code = code(encoded);
        byte[] bytes = code.require("the code");
        try {
            return KnownBundles.decode(bytes, UnitBytes.units(code.uses()));
        } catch (MalformedBundleException e) {
            throw ReadRefusals.malformedPayload("the code is no bundle: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the bundle's content hash without looking into its bytes.
     *
     * @throws RefusedPatchException if the object holds none
     */
    static String contentHash(@Nullable Object encoded) throws RefusedPatchException {
        return code(encoded).contentHash(0);
    }

    private static CodeBytes code(@Nullable Object encoded) {
        return encoded instanceof BundleBytes carried ? carried.code : CodeBytes.NONE;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        Bundle written = Objects.requireNonNull(bundle);
        Sealing.note(out, written.contentHash());
        CodeBytes.write(written.encoded(), UnitBytes.of(written.code().uses()), out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        code = CodeBytes.read(in);
    }
}
