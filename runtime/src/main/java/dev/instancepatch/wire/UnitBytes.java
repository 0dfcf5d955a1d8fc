package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.code.MalformedBundleException;
import dev.instancepatch.code.UnitCodec;
import dev.instancepatch.refusal.ReadRefusals;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** A unit in a stream: an object of its own, so that the stream carries it once however many functions and classes lead to it. */
public final class UnitBytes implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MAX_DEPTH = 200; // of units that use units: none of ours comes near

    /** Always the same object for equal units, while anybody (a stream, for one) holds it. Guarded by itself. */
    private static final Map<ClassUnit, WeakReference<UnitBytes>> OF = new WeakHashMap<>();

    private transient CodeBytes code = CodeBytes.NONE;
    private transient @Nullable String hash; // of the unit, where nobody has asked for that
    private transient @Nullable ClassUnit unit; // decoded when asked for; the key of OF, which lives as long as this

    private UnitBytes(ClassUnit unit) {
        this.unit = unit;
    }

    /** Returns what a stream carries for a unit. */
    public static UnitBytes of(ClassUnit unit) {
        synchronized (OF) {
            WeakReference<UnitBytes> reference = OF.get(unit);
            UnitBytes known = reference == null ? null : reference.get();
            if (known == null) {
                known = new UnitBytes(unit);
                OF.put(unit, new WeakReference<>(known));
            }
            return known;
        }
    }

    static List<UnitBytes> of(List<ClassUnit> units) {
        return units.isEmpty() ? List.of() : units.stream().map(UnitBytes::of).toList();
    }

    /**
     * Returns the unit. Nothing of it is defined.
     *
     * @throws RefusedPatchException if the bytes are none
     */
    public ClassUnit unit() throws RefusedPatchException {
        return decoded(0);
    }

    private synchronized ClassUnit decoded(int depth) throws RefusedPatchException {
        ClassUnit known = unit;
        if (known == null) {
            byte[] bytes = code.require("a class");
            requireDepth(depth);
            try {
                known = UnitCodec.decode(bytes, units(code.uses(), depth + 1));
            } catch (MalformedBundleException e) {
                throw ReadRefusals.malformedPayload("a class that travels is none: " + e.getMessage(), e);
            }
            unit = known;
        }
        return known;
    }

    private static void requireDepth(int depth) throws RefusedPatchException {
        if (depth > MAX_DEPTH) {
            throw ReadRefusals.malformedPayload("classes that use classes are nested too deeply", null);
        }
    }

    /** Returns the unit's content hash without looking into its bytes. */
    String contentHash() throws RefusedPatchException {
        return contentHash(0);
    }

    synchronized String contentHash(int depth) throws RefusedPatchException {
        String known = unit == null ? hash : unit.contentHash();
        if (known == null) {
            requireDepth(depth);
            known = code.contentHash(depth + 1);
            hash = known;
        }
        return known;
    }

    static UnitBytes require(@Nullable Object used) throws RefusedPatchException {
        if (!(used instanceof UnitBytes carried)) {
            throw ReadRefusals.malformedPayload("a class that code uses is not where it belongs", null);
        }
        return carried;
    }

    /** Returns the units that other code uses. */
    static List<ClassUnit> units(List<@Nullable Object> uses) throws RefusedPatchException {
        return units(uses, 0);
    }

    private static List<ClassUnit> units(List<@Nullable Object> uses, int depth) throws RefusedPatchException {
        List<ClassUnit> units = new ArrayList<>();
        for (Object used : uses) {
            units.add(require(used).decoded(depth));
        }
        return units;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        ClassUnit written = unit();
        Sealing.note(out, written.contentHash());
        CodeBytes.write(written.encoded(), of(written.uses()), out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        code = CodeBytes.read(in);
    }
}
