package dev.instancepatch.code;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflated bytes (RFC 1951) with a preset dictionary, which both sides know. */
public final class PresetDeflation {
    private static final int BUFFER = 8192;

    private PresetDeflation() {}

    /** Bytes that hold less than was promised, or more. */
    public static final class WrongLengthException extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean less;

        WrongLengthException(boolean less) {
            super(less ? "too short" : "too long");
            this.less = less;
        }

        /** Returns true if they hold less. */
        public boolean isLess() {
            return less;
        }
    }

    /** Appends bytes, deflated at a level of {@link Deflater}'s. */
    public static void deflate(byte[] plain, byte[] dictionary, int level, ByteArrayOutputStream out) {
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setDictionary(dictionary);
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
    }

    /**
     * Returns exactly as many bytes as were promised, of what stands behind an offset.
     *
     * @param length how many there should be; allocated at once
     */
    public static byte[] inflate(byte[] bytes, int offset, int length, byte[] dictionary)
            throws DataFormatException, WrongLengthException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(dictionary);
            inflater.setInput(bytes, offset, bytes.length - offset);
            byte[] plain = new byte[length];
            int filled = 0;
            while (filled < length) {
                int read = inflater.inflate(plain, filled, length - filled);
                if (read == 0) {
                    throw new WrongLengthException(true);
                }
                filled += read;
            }
            if (inflater.inflate(new byte[1]) != 0 || !inflater.finished() || inflater.getRemaining() != 0) {
                throw new WrongLengthException(false);
            }
            return plain;
        } finally {
            inflater.end();
        }
    }
}
