package dev.instancepatch.parcel;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.trust.Seal;
import dev.instancepatch.trust.Signing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;

/** Puts object streams into containers, and takes them out. */
final class Container {
    private static final int SEAL_BYTES = 100; // about

    private Container() {}

    /**
     * Puts a stream into a container.
     *
     * @param signed true to sign it
     */
    static byte[] close(byte[] stream, boolean signed) {
        byte[] deflated = Deflation.deflate(stream);
        boolean isShorter = deflated.length < stream.length;
        byte[] content = isShorter ? deflated : stream;
        byte[] parcel = Header.write(isShorter, signed, stream.length, content);
        return signed ? sealed(parcel, Signing.seal(Header.statement(parcel, content))) : parcel;
    }

    private static byte[] sealed(byte[] parcel, Seal seal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(parcel.length + SEAL_BYTES);
        bytes.writeBytes(parcel);
        try {
            seal.write(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
        return bytes.toByteArray();
    }

    /** Opens a parcel that takes all of the bytes. */
    static Opened open(byte[] parcel) throws RefusedPatchException {
        ByteArrayInputStream in = new ByteArrayInputStream(parcel);
        try {
            byte[] first = in.readNBytes(Header.SIZE);
            Opened opened = open(Header.read(first), first, in);
            if (in.available() > 0) {
                throw ReadRefusals.malformedParcel("it goes on after its end", null);
            }
            return opened;
        } catch (RefusedPatchException e) {
            throw e;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
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
        return open(Header.read(first), first, in);
    }

    private static Opened open(Header header, byte[] first, InputStream in) throws IOException {
        byte[] content = in.readNBytes(header.length()); // grows with what is there, not with what is promised
        if (content.length < header.length()) {
            throw ReadRefusals.malformedParcel("it ends too early", null);
        }
        header.check(first, content);
        CountingInput behind = new CountingInput(in);
        Seal seal = header.signed() ? seal(behind) : null;
        int size = Header.SIZE + content.length + behind.count();
        return new Opened(header, first, size, content, seal);
    }

    private static Seal seal(InputStream in) throws IOException {
        try {
            return Seal.read(new DataInputStream(in));
        } catch (EOFException | UTFDataFormatException e) {
            throw ReadRefusals.malformedParcel("its signature is none", e);
        }
    }
}
