package dev.instancepatch.code;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;

/** Length, then deflated bytes (RFC 1951) with the preset {@link Dictionary}. */
final class Deflation {
    private static final int LENGTH_BYTES = 3;

    private Deflation() {}

    static byte[] deflate(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain.length >>> 16);
        out.write(plain.length >>> 8);
        out.write(plain.length);
        PresetDeflation.deflate(plain, Dictionary.BYTES, Deflater.BEST_COMPRESSION, out);
        return out.toByteArray();
    }

    /** Returns how many bytes it says that it holds. */
    static int inflatedLength(byte[] encoded) {
        return encoded.length < LENGTH_BYTES
                ? 0
                : (encoded[0] & 0xff) << 16 | (encoded[1] & 0xff) << 8 | (encoded[2] & 0xff);
    }

    static byte[] inflate(byte[] encoded, int maxBytes) throws MalformedBundleException {
        if (encoded.length < LENGTH_BYTES) {
            throw new MalformedBundleException("it has " + encoded.length + " bytes");
        }
        int length = inflatedLength(encoded);
        if (length > maxBytes) {
            throw new MalformedBundleException(
                    "it says it holds " + length + " bytes, and " + maxBytes + " are allowed");
        }
        try {
            return PresetDeflation.inflate(encoded, LENGTH_BYTES, length, Dictionary.BYTES);
        } catch (PresetDeflation.WrongLengthException e) {
            throw new MalformedBundleException(e.isLess() ? "it ends too early" : "it goes on after its end");
        } catch (DataFormatException e) {
            throw new MalformedBundleException("it is not deflated data", e);
        }
    }
}
