package dev.instancepatch.inspect;

import dev.instancepatch.ParcelReport.PackedBundle;
import dev.instancepatch.ParcelReport.PackedClass;
import dev.instancepatch.ParcelReport.PackedPatch;
import dev.instancepatch.ParcelReport.PackedUnit;
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
 * @param bundles the code of functions that travels in it
 * @param units the classes that travel in it
 * @param patches all patches that travel in it
 */
public record Inspection(
        @Nullable String rootClass,
        Collection<PackedClass> classes,
        Collection<PackedBundle> bundles,
        Collection<PackedUnit> units,
        List<PackedPatch> patches) {

    /**
     * Inspects a stream, and the streams within its code: the values of static fields.
     *
     * @throws RefusedPatchException if the bytes are none, or what this library wrote into it is not what it writes
     */
    public static Inspection of(byte[] stream) throws RefusedPatchException {
        List<Described> classes = new ArrayList<>();
        CodeFound code = new CodeFound();
        List<PackedPatch> patches = new ArrayList<>();
        Content root = read(stream, classes, code, patches);
        for (List<byte[]> within = code.takeStatics(); !within.isEmpty(); within = code.takeStatics()) {
            for (byte[] statics : within) {
                read(statics, classes, code, patches);
            }
        }
        return new Inspection(root.typeName(), merge(classes), code.bundles(), code.units(), patches);
    }

    private static Content read(byte[] stream, List<Described> classes, CodeFound code, List<PackedPatch> patches)
            throws RefusedPatchException {
        Findings findings = new Findings();
        new StreamParser(stream, findings).parse();
        Content root = findings.root();
        if (root == null) {
            throw ReadRefusals.malformedParcel("its object stream is empty", null);
        }
        classes.addAll(findings.classes());
        for (OwnObject own : findings.owns()) {
            code.add(own);
        }
        for (OwnObject own : findings.owns()) {
            if (OwnFormat.isPayload(own)) {
                patches.addAll(OwnFormat.patches(own, code));
            }
        }
        return root;
    }

    /** After a reset a stream describes its classes again. */
    private static Collection<PackedClass> merge(List<Described> all) {
        Map<PackedClass, PackedClass> merged = new LinkedHashMap<>();
        for (Described type : all) {
            PackedClass key = new PackedClass(type.name(), type.serialVersionUID(), 0);
            PackedClass before = merged.getOrDefault(key, key);
            merged.put(key, new PackedClass(key.name(), key.serialVersionUID(), before.objects() + type.objects()));
        }
        return merged.values();
    }
}
