package dev.instancepatch.code;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit as bytes: deflated number of exported classes, class files, values of static fields. The units it uses stand beside it
 * in a stream.
 *
 * <p>Deterministic: equal units have equal bytes.
 */
public final class UnitCodec {
    static final int MAX_CLASSES = 1_000;

    private UnitCodec() {}

    static byte[] encode(ClassUnit unit) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(plain)) {
            out.writeShort(unit.exported().size());
            write(unit, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
        return Deflation.deflate(plain.toByteArray());
    }

    /**
     * Reads a unit.
     *
     * @throws MalformedBundleException if the bytes are none
     */
    public static ClassUnit decode(byte[] encoded, List<ClassUnit> uses) throws MalformedBundleException {
        byte[] plain = Deflation.inflate(encoded, BundleCodec.MAX_BYTES);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            int exported = in.readUnsignedShort();
            List<ClassImage> classes = classes(in);
            ClassUnit unit = new ClassUnit(classes, Math.min(exported, classes.size()), statics(in), uses, encoded);
            if (exported == 0 || exported > classes.size()) {
                throw new MalformedBundleException("it exports " + exported + " classes");
            }
            BundleShape.checkClasses(unit);
            return unit;
        } catch (IOException e) {
            throw new MalformedBundleException("it ends too early", e);
        }
    }

    static void write(ClassUnit unit, DataOutputStream out) throws IOException {
        out.writeShort(unit.classes().size());
        for (ClassImage image : unit.classes()) {
            out.writeUTF(image.name());
            out.writeInt(image.bytes().length);
            out.write(image.bytes());
        }
        out.write(unit.statics());
    }

    static List<ClassImage> classes(DataInputStream in) throws IOException, MalformedBundleException {
        int count = in.readUnsignedShort();
        if (count == 0 || count > MAX_CLASSES) {
            throw new MalformedBundleException("it holds " + count + " classes");
        }
        List<ClassImage> classes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new MalformedBundleException("class " + name + " is longer than the bundle");
            }
            classes.add(new ClassImage(name, in.readNBytes(length)));
        }
        return classes;
    }

    /** They are all that is left: nothing, or a stream of objects. */
    static byte[] statics(DataInputStream in) throws IOException, MalformedBundleException {
        byte[] statics = in.readAllBytes();
        boolean isStream = statics.length > 4 && (statics[0] & 0xff) == 0xac && (statics[1] & 0xff) == 0xed;
        if (statics.length > 0 && !isStream) {
            throw new MalformedBundleException("it goes on after its end");
        }
        return statics;
    }
}
