package dev.instancepatch.inspect;

import dev.instancepatch.ParcelReport.PackedBundle;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.refusal.ReadRefusals;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bundles of one stream, each inflated once, and all together not to more than a stream may hold. */
final class Bundles {
    private static final long MAX_BYTES = 256L << 20;

    private final Map<Content, PackedBundle> read = new IdentityHashMap<>();
    private final Map<String, PackedBundle> byHash = new LinkedHashMap<>();
    private long inflated;

    void add(OwnObject object) throws RefusedPatchException {
        Bundle bundle = OwnFormat.bundle(object);
        for (ClassImage image : bundle.classes()) {
            inflated += image.bytes().length;
        }
        if (inflated > MAX_BYTES) {
            throw ReadRefusals.parcelTooLarge("its code takes more than", MAX_BYTES, MAX_BYTES);
        }
        PackedBundle report = byHash.computeIfAbsent(bundle.contentHash(), hash -> OwnFormat.report(bundle));
        read.put(object, report);
    }

    /** Returns the hash of the code that a payload refers to. */
    String hash(Content content) throws RefusedPatchException {
        PackedBundle bundle = read.get(content);
        if (bundle == null) {
            throw ReadRefusals.malformedPayload("the code is not where it belongs", null);
        }
        return bundle.hash();
    }

    Collection<PackedBundle> all() {
        return byHash.values();
    }
}
