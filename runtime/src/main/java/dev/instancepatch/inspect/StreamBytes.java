package dev.instancepatch.inspect;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of one stream, read from front to back; nothing is allocated for a length that is not there. */
final class StreamBytes {
    private final ByteBuffer bytes;

    StreamBytes(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    boolean atEnd() {
        return !bytes.hasRemaining();
    }

    int peek() throws RefusedPatchException {
        require(1);
        return bytes.get(bytes.position()) & 0xff;
    }

    int u1() throws RefusedPatchException {
        require(1);
        return bytes.get() & 0xff;
    }

    int u2() throws RefusedPatchException {
        require(2);
        return bytes.getShort() & 0xffff;
    }

    int i4() throws RefusedPatchException {
        require(4);
        return bytes.getInt();
    }

    long i8() throws RefusedPatchException {
        require(8);
        return bytes.getLong();
    }

    /** Reads a number of things of at least so many bytes each; refuses one that the rest cannot hold. */
    int count(int bytesEach) throws RefusedPatchException {
        int count = i4();
        require((long) count * bytesEach);
        return count;
    }

    void skip(long length) throws RefusedPatchException {
        require(length);
        bytes.position(bytes.position() + (int) length);
    }

    byte[] take(int length) throws RefusedPatchException {
        require(length);
        int from = bytes.position();
        bytes.position(from + length);
        return Arrays.copyOfRange(bytes.array(), from, from + length);
    }

    /** Reads a text of modified UTF-8 behind its length in two bytes. */
    String utf() throws RefusedPatchException {
        require(2);
        int from = bytes.position();
        skip(u2());
        try {
            return new DataInputStream(new ByteArrayInputStream(bytes.array(), from, bytes.position() - from))
                    .readUTF();
        } catch (UTFDataFormatException e) {
            throw refusal("a name is no text", e);
        } catch (IOException impossible) {
            throw refusal("a name ends too early", impossible);
        }
    }

    /** Returns the refusal of what stands before here. */
    RefusedPatchException refusal(String why) {
        return refusal(why, null);
    }

    private RefusedPatchException refusal(String why, @Nullable Throwable cause) {
        return ReadRefusals.malformedParcel(
                "its object stream is none, or a writeObject in it does not begin with the fields: " + why
                        + ", at byte " + bytes.position(),
                cause);
    }

    private void require(long length) throws RefusedPatchException {
        if (length < 0 || length > bytes.remaining()) {
            throw refusal("it ends too early, or a length in it is none");
        }
    }
}
