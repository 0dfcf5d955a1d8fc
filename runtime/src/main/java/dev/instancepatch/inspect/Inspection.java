package dev.instancepatch.inspect;

import dev.instancepatch.ParcelReport.PackedBundle;
import dev.instancepatch.ParcelReport.PackedClass;
import dev.instancepatch.ParcelReport.PackedPatch;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object stream holds.
 *
 * @param rootClass the name of its first object's class; null for null
 * @param classes all that it describes
 * @param bundles all code that travels in it
 * @param patches all patches that travel in it
 */
public record Inspection(
        @Nullable String rootClass,
        Collection<PackedClass> classes,
        Collection<PackedBundle> bundles,
        List<PackedPatch> patches) {

    /**
     * Inspects a stream.
     *
     * @throws RefusedPatchException if the bytes are none, or what this library wrote into it is not what it writes
     */
    public static Inspection of(byte[] stream) throws RefusedPatchException {
        Findings findings = new Findings();
        new StreamParser(stream, findings).parse();
        Content root = findings.root();
        if (root == null) {
            throw ReadRefusals.malformedParcel("its object stream is empty", null);
        }
        Bundles bundles = new Bundles();
        List<PackedPatch> patches = new ArrayList<>();
        for (OwnObject own : findings.owns()) {
            if (OwnFormat.isBundle(own)) {
                bundles.add(own);
            }
        }
        for (OwnObject own : findings.owns()) {
            if (!OwnFormat.isBundle(own)) {
                patches.addAll(OwnFormat.patches(own, bundles));
            }
        }
        return new Inspection(root.typeName(), classes(findings.classes()), bundles.all(), patches);
    }

    /** After a reset a stream describes its classes again. */
    private static Collection<PackedClass> classes(List<Described> all) {
        Map<PackedClass, PackedClass> merged = new LinkedHashMap<>();
        for (Described type : all) {
            PackedClass key = new PackedClass(type.name(), type.serialVersionUID(), 0);
            PackedClass before = merged.getOrDefault(key, key);
            merged.put(key, new PackedClass(key.name(), key.serialVersionUID(), before.objects() + type.objects()));
        }
        return merged.values();
    }
}
