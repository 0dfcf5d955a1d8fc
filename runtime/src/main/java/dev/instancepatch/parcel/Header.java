package dev.instancepatch.parcel;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.trust.Statement;
import dev.instancepatch.wire.MaxBytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The first bytes of a parcel, big-endian:
 *
 * <pre>
 *  0  0x89 'P'   no text, no object stream, no class file, no archive
 *  2  format version (1)
 *  3  flags: 1 if the content is deflated, 2 if a seal follows behind it
 *  4  length of the content
 *  8  length of the object stream that it holds
 * 12  CRC-32 of the twelve bytes before, and of the content
 * 16  the content; then, of a signed parcel, the seal: a signature of the first twelve bytes and the content
 * </pre>
 *
 * @param format the format version
 * @param deflated whether the content is deflated
 * @param signed whether a seal follows
 * @param length how long the content is
 * @param plainLength how long the object stream is
 * @param checksum what header and content must come to
 */
record Header(int format, boolean deflated, boolean signed, int length, int plainLength, int checksum) {
    static final int SIZE = 16;

    /** The newest format this version reads and the one it writes. */
    static final int FORMAT = 1;

    private static final int CHECKED = 12;
    private static final short MAGIC = (short) 0x8950;
    private static final short OBJECT_STREAM = (short) 0xaced;
    private static final int DEFLATED = 1;
    private static final int SIGNED = 2;

    static byte[] write(boolean deflated, boolean signed, int plainLength, byte[] content) {
        ByteBuffer parcel = ByteBuffer.allocate(SIZE + content.length);
        parcel.putShort(MAGIC).put((byte) FORMAT).put((byte) ((deflated ? DEFLATED : 0) | (signed ? SIGNED : 0)));
        parcel.putInt(content.length).putInt(plainLength);
        parcel.putInt(checksum(parcel.array(), content)).put(content);
        return parcel.array();
    }

    /** Reads a header and holds it against the limit: a caller may allocate what it says. */
    static Header read(byte[] bytes) throws RefusedPatchException {
        if (bytes.length < SIZE) {
            throw ReadRefusals.malformedParcel("it ends within its first " + SIZE + " bytes", null);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        short magic = in.getShort();
        if (magic != MAGIC) {
            String what =
                    magic == OBJECT_STREAM ? "this is an object stream, for an ObjectInputStream" : "this is none";
            throw ReadRefusals.malformedParcel(what, null);
        }
        int format = in.get() & 0xff;
        if (format > FORMAT) {
            throw ReadRefusals.unknownParcelFormat(format, FORMAT);
        }
        int flags = in.get() & 0xff;
        Header header = new Header(
                format, (flags & DEFLATED) != 0, (flags & SIGNED) != 0, in.getInt(), in.getInt(), in.getInt());
        if (format == 0 || (flags & ~(DEFLATED | SIGNED)) != 0 || !header.isPossible()) {
            throw ReadRefusals.malformedParcel("its first " + SIZE + " bytes contradict each other", null);
        }
        header.checkLimit(MaxBytes.inForce());
        return header;
    }

    /** Deflated content is shorter, or it would not be deflated. */
    private boolean isPossible() {
        return length >= 0 && (deflated ? length < plainLength : length == plainLength);
    }

    private void checkLimit(int most) throws RefusedPatchException {
        if (plainLength > most) {
            throw ReadRefusals.parcelTooLarge("its content takes", plainLength, most);
        }
    }

    void check(byte[] header, byte[] content) throws RefusedPatchException {
        if (checksum(header, content) != checksum) {
            throw ReadRefusals.malformedParcel("its bytes were changed on the way", null);
        }
    }

    /** Returns what a signature of a parcel is about; the checksum follows from the rest. */
    static Statement statement(byte[] header, byte[] content) {
        return Statement.of("parcel").bytes(Arrays.copyOf(header, CHECKED)).hashed(content);
    }

    private static int checksum(byte[] header, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(header, 0, CHECKED);
        crc.update(content, 0, content.length);
        return (int) crc.getValue();
    }
}
