package dev.instancepatch.parcel;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflated object streams (RFC 1951), with what such streams have in common as preset dictionary. */
final class Deflation {
    /** No deflated byte stands for more: a match of 258 bytes takes two bits (RFC 1951). */
    private static final int MOST_PER_BYTE = 1_032;

    private Deflation() {}

    static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setDictionary(StreamDictionary.BYTES);
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Returns exactly as many bytes as promised; what so few bytes cannot hold is not allocated. */
    static byte[] inflate(byte[] deflated, int length) throws RefusedPatchException {
        if (length > (long) deflated.length * MOST_PER_BYTE) {
            throw ReadRefusals.malformedParcel(deflated.length + " bytes cannot hold " + length, null);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(StreamDictionary.BYTES);
            inflater.setInput(deflated);
            byte[] plain = new byte[length];
            int filled = 0;
            while (filled < length) {
                int read = inflater.inflate(plain, filled, length - filled);
                if (read == 0) {
                    throw ReadRefusals.malformedParcel("it holds less than it says", null);
                }
                filled += read;
            }
            if (inflater.inflate(new byte[1]) != 0 || !inflater.finished() || inflater.getRemaining() != 0) {
                throw ReadRefusals.malformedParcel("it holds more than it says", null);
            }
            return plain;
        } catch (DataFormatException e) {
            throw ReadRefusals.malformedParcel("its content is not deflated data", e);
        } finally {
            inflater.end();
        }
    }
}
