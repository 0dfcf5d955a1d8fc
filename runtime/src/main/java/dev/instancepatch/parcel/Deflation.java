package dev.instancepatch.parcel;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.PresetDeflation;
import dev.instancepatch.refusal.ReadRefusals;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;

/** Deflated object streams (RFC 1951), with what such streams have in common as preset dictionary. */
final class Deflation {
    /** No deflated byte stands for more: a match of 258 bytes takes two bits (RFC 1951). */
    private static final int MOST_PER_BYTE = 1_032;

    private Deflation() {}

    static byte[] deflate(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PresetDeflation.deflate(plain, StreamDictionary.BYTES, Deflater.DEFAULT_COMPRESSION, out);
        return out.toByteArray();
    }

    /** Returns exactly as many bytes as promised; what so few bytes cannot hold is not allocated. */
    static byte[] inflate(byte[] deflated, int length) throws RefusedPatchException {
        if (length > (long) deflated.length * MOST_PER_BYTE) {
            throw ReadRefusals.malformedParcel(deflated.length + " bytes cannot hold " + length, null);
        }
        try {
            return PresetDeflation.inflate(deflated, 0, length, StreamDictionary.BYTES);
        } catch (PresetDeflation.WrongLengthException e) {
            throw ReadRefusals.malformedParcel(
                    e.isLess() ? "it holds less than it says" : "it holds more than it says", null);
        } catch (DataFormatException e) {
            throw ReadRefusals.malformedParcel("its content is not deflated data", e);
        }
    }
}
