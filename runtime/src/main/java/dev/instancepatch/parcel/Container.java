package dev.instancepatch.parcel;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Puts object streams into containers, and takes them out. */
final class Container {
    private Container() {}

    static byte[] close(byte[] stream) {
        byte[] deflated = Deflation.deflate(stream);
        return deflated.length < stream.length
                ? Header.write(true, stream.length, deflated)
                : Header.write(false, stream.length, stream);
    }

    /** Opens a parcel that takes all of the bytes. */
    static Opened open(byte[] parcel) throws RefusedPatchException {
        Header header = Header.read(parcel);
        long end = (long) Header.SIZE + header.length();
        if (parcel.length != end) {
            throw ReadRefusals.malformedParcel(
                    parcel.length < end ? "it ends too early" : "it goes on after its end", null);
        }
        return open(header, parcel, Arrays.copyOfRange(parcel, Header.SIZE, parcel.length));
    }

    /**
     * Reads a parcel and nothing behind it.
     *
     * @throws EOFException if there is not a byte left
     */
    static Opened read(InputStream in) throws IOException {
        byte[] first = in.readNBytes(Header.SIZE);
        if (first.length == 0) {
            throw new EOFException();
        }
        Header header = Header.read(first);
        byte[] content = in.readNBytes(header.length()); // grows with what is there, not with what is promised
        if (content.length < header.length()) {
            throw ReadRefusals.malformedParcel("it ends too early", null);
        }
        return open(header, first, content);
    }

    private static Opened open(Header header, byte[] first, byte[] content) throws RefusedPatchException {
        header.check(first, content);
        byte[] stream = header.deflated() ? Deflation.inflate(content, header.plainLength()) : content;
        return new Opened(header.format(), Header.SIZE + content.length, stream);
    }
}
