package dev.instancepatch.code;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A bundle as bytes: length, then deflated (RFC 1951, preset dictionary) interface, descriptors and class files.
 *
 * <p>Deterministic: equal bundles have equal bytes.
 */
public final class BundleCodec {
    /** No function needs more code than this; a bundle that says so is refused before anything is inflated. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int MAX_CLASSES = 1_000;

    private BundleCodec() {}

    static byte[] encode(Bundle bundle) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(plain)) {
            out.writeUTF(bundle.interfaceName());
            out.writeUTF(bundle.entryDescriptor());
            out.writeUTF(unless(bundle.functionDescriptor(), bundle.entryDescriptor()));
            out.writeUTF(unless(bundle.declaredDescriptor(), bundle.functionDescriptor()));
            out.writeShort(bundle.classes().size());
            for (ClassImage image : bundle.classes()) {
                out.writeUTF(image.name());
                out.writeInt(image.bytes().length);
                out.write(image.bytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
        return deflate(plain.toByteArray());
    }

    /**
     * Reads a bundle.
     *
     * @throws MalformedBundleException if the bytes are none
     */
    public static Bundle decode(byte[] encoded) throws MalformedBundleException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(inflate(encoded)))) {
            String interfaceName = in.readUTF();
            String entry = in.readUTF();
            String function = otherwise(in.readUTF(), entry);
            String declared = otherwise(in.readUTF(), function);
            List<ClassImage> classes = classes(in);
            if (in.read() >= 0) {
                throw new MalformedBundleException("it goes on after its end");
            }
            Bundle bundle = new Bundle(interfaceName, entry, function, declared, classes, encoded);
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

    private static List<ClassImage> classes(DataInputStream in) throws IOException, MalformedBundleException {
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

    private static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(Dictionary.BYTES);
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(plain.length >>> 16);
            out.write(plain.length >>> 8);
            out.write(plain.length);
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] encoded) throws MalformedBundleException {
        if (encoded.length < 3) {
            throw new MalformedBundleException("it has " + encoded.length + " bytes");
        }
        int length = (encoded[0] & 0xff) << 16 | (encoded[1] & 0xff) << 8 | (encoded[2] & 0xff);
        if (length > MAX_BYTES) {
            throw new MalformedBundleException(
                    "it says it holds " + length + " bytes, and " + MAX_BYTES + " are allowed");
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(Dictionary.BYTES);
            inflater.setInput(encoded, 3, encoded.length - 3);
            byte[] plain = new byte[length];
            int filled = 0;
            while (filled < length) {
                int read = inflater.inflate(plain, filled, length - filled);
                if (read == 0) {
                    throw new MalformedBundleException("it ends too early");
                }
                filled += read;
            }
            if (inflater.inflate(new byte[1]) != 0 || !inflater.finished() || inflater.getRemaining() != 0) {
                throw new MalformedBundleException("it goes on after its end");
            }
            return plain;
        } catch (DataFormatException e) {
            throw new MalformedBundleException("it is not deflated data", e);
        } finally {
            inflater.end();
        }
    }
}
