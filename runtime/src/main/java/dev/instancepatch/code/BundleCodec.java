package dev.instancepatch.code;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A bundle as bytes: deflated interface, descriptors, class files, values of static fields. The units it uses stand beside it in
 * a stream.
 *
 * <p>Deterministic: equal bundles have equal bytes.
 */
public final class BundleCodec {
    /** No function needs more code than this; a bundle that says so is refused before anything is inflated. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int MAX_INTERFACES = 100;

    private BundleCodec() {}

    /** Returns how many bytes the encoded form of a bundle or unit says that it holds. */
    public static int inflatedLength(byte[] encoded) {
        return Deflation.inflatedLength(encoded);
    }

    static byte[] encode(Bundle bundle) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(plain)) {
            out.writeUTF(String.join(";", bundle.interfaces()));
            out.writeUTF(bundle.entryDescriptor());
            out.writeUTF(unless(bundle.functionDescriptor(), bundle.entryDescriptor()));
            out.writeUTF(unless(bundle.declaredDescriptor(), bundle.functionDescriptor()));
            UnitCodec.write(bundle.code(), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
        return Deflation.deflate(plain.toByteArray());
    }

    /**
     * Reads a bundle.
     *
     * @throws MalformedBundleException if the bytes are none
     */
    public static Bundle decode(byte[] encoded, List<ClassUnit> uses) throws MalformedBundleException {
        byte[] plain = Deflation.inflate(encoded, MAX_BYTES);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            List<String> interfaces = List.of(in.readUTF().split(";", MAX_INTERFACES));
            String entry = in.readUTF();
            String function = otherwise(in.readUTF(), entry);
            String declared = otherwise(in.readUTF(), function);
            List<ClassImage> classes = UnitCodec.classes(in);
            ClassUnit code = new ClassUnit(classes, 0, UnitCodec.statics(in), uses);
            Bundle bundle = new Bundle(interfaces, entry, function, declared, code, encoded);
            BundleShape.check(bundle);
            return bundle;
        } catch (IOException e) {
            throw new MalformedBundleException("it ends too early", e);
        }
    }

    /** Nothing stands for what was just said. */
    private static String unless(String value, String said) {
        return value.equals(said) ? "" : value;
    }

    private static String otherwise(String value, String said) {
        return value.isEmpty() ? said : value;
    }
}
