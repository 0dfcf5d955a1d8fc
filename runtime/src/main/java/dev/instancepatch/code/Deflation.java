package dev.instancepatch.code;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Length, then deflated bytes (RFC 1951) with the preset {@link Dictionary}. */
final class Deflation {
    private static final int LENGTH_BYTES = 3;

    private Deflation() {}

    static byte[] deflate(byte[] plain) {
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

    static byte[] inflate(byte[] encoded, int maxBytes) throws MalformedBundleException {
        if (encoded.length < LENGTH_BYTES) {
            throw new MalformedBundleException("it has " + encoded.length + " bytes");
        }
        int length = (encoded[0] & 0xff) << 16 | (encoded[1] & 0xff) << 8 | (encoded[2] & 0xff);
        if (length > maxBytes) {
            throw new MalformedBundleException(
                    "it says it holds " + length + " bytes, and " + maxBytes + " are allowed");
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(Dictionary.BYTES);
            inflater.setInput(encoded, LENGTH_BYTES, encoded.length - LENGTH_BYTES);
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
