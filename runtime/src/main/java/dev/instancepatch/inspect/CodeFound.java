package dev.instancepatch.inspect;

import dev.instancepatch.ParcelReport.PackedBundle;
import dev.instancepatch.ParcelReport.PackedUnit;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.BundleCodec;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.code.MalformedBundleException;
import dev.instancepatch.code.UnitCodec;
import dev.instancepatch.refusal.ReadRefusals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The code in a stream: each bundle and unit inflated once, and all together not to more than a stream may hold. */
final class CodeFound {
    private static final long MAX_BYTES = 256L << 20;
    private static final int MAX_DEPTH = 200; // of units that use units: as deep as a reader follows

    private final Map<Content, ClassUnit> units = new IdentityHashMap<>();
    private final Map<Content, String> hashes = new IdentityHashMap<>(); // of bundles
    private final Map<String, PackedUnit> unitReports = new LinkedHashMap<>();
    private final Map<String, PackedBundle> bundleReports = new LinkedHashMap<>();
    private final Deque<byte[]> statics = new ArrayDeque<>();
    private long inflated;

    void add(OwnObject object) throws RefusedPatchException {
        if (OwnFormat.isBundle(object)) {
            bundle(object);
        } else if (OwnFormat.isUnit(object)) {
            unit(object, 0);
        }
    }

    private void bundle(OwnObject object) throws RefusedPatchException {
        OwnFormat.CodeInStream code = OwnFormat.code(object);
        try {
            Bundle bundle = BundleCodec.decode(code.bytes(), units(code, 0));
            count(bundle.code());
            hashes.put(object, bundle.contentHash());
            bundleReports.putIfAbsent(bundle.contentHash(), report(bundle));
        } catch (MalformedBundleException e) {
            throw ReadRefusals.malformedPayload("the code is no bundle: " + e.getMessage(), e);
        }
    }

    private ClassUnit unit(OwnObject object, int depth) throws RefusedPatchException {
        ClassUnit known = units.get(object);
        if (known == null) {
            if (depth > MAX_DEPTH) {
                throw ReadRefusals.malformedPayload("the classes that travel use each other without an end", null);
            }
            OwnFormat.CodeInStream code = OwnFormat.code(object);
            try {
                known = UnitCodec.decode(code.bytes(), units(code, depth + 1));
            } catch (MalformedBundleException e) {
                throw ReadRefusals.malformedPayload("a class that travels is none: " + e.getMessage(), e);
            }
            count(known);
            units.put(object, known);
            unitReports.putIfAbsent(known.contentHash(), report(known));
        }
        return known;
    }

    private List<ClassUnit> units(OwnFormat.CodeInStream code, int depth) throws RefusedPatchException {
        List<ClassUnit> used = new ArrayList<>();
        for (Content content : code.uses()) {
            if (!(content instanceof OwnObject object) || !OwnFormat.isUnit(object)) {
                throw ReadRefusals.malformedPayload("a class that code uses is not where it belongs", null);
            }
            used.add(unit(object, depth));
        }
        return used;
    }

    private void count(ClassUnit code) throws RefusedPatchException {
        inflated += code.statics().length;
        for (ClassImage image : code.classes()) {
            inflated += image.bytes().length;
        }
        if (inflated > MAX_BYTES) {
            throw ReadRefusals.parcelTooLarge("its code takes more than", MAX_BYTES, MAX_BYTES);
        }
        if (code.statics().length > 0) {
            statics.add(code.statics());
        }
    }

    private static PackedBundle report(Bundle bundle) {
        return new PackedBundle(
                bundle.contentHash(),
                bundle.host().binaryName(),
                bundle.declaredDescriptor(),
                bundle.interfaceName().replace('/', '.'),
                bundle.code().classes().size(),
                newest(bundle.code()),
                bundle.encoded().length);
    }

    private static PackedUnit report(ClassUnit unit) {
        return new PackedUnit(
                unit.contentHash(),
                unit.classes().stream().map(ClassImage::binaryName).toList(),
                newest(unit),
                unit.encoded().length);
    }

    private static int newest(ClassUnit unit) {
        return unit.classes().stream().mapToInt(ClassImage::majorVersion).max().orElse(0);
    }

    /** Returns the hash of the code that a payload refers to. */
    String hash(Content content) throws RefusedPatchException {
        String hash = hashes.get(content);
        if (hash == null) {
            throw ReadRefusals.malformedPayload("the code is not where it belongs", null);
        }
        return hash;
    }

    /** Returns the streams of values of static fields that came with the code, and forgets them. */
    List<byte[]> takeStatics() {
        List<byte[]> taken = List.copyOf(statics);
        statics.clear();
        return taken;
    }

    Collection<PackedBundle> bundles() {
        return bundleReports.values();
    }

    Collection<PackedUnit> units() {
        return unitReports.values();
    }
}
