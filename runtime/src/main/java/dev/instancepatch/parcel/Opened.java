package dev.instancepatch.parcel;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.trust.Seal;
import dev.instancepatch.trust.TrustGate;
import dev.instancepatch.trust.Verdict;
import dev.instancepatch.trust.Voucher;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A parcel out of its container, undamaged and within the limits; nothing in it was looked at, nor who signed it. */
public final class Opened {
    private final Header header;
    private final byte[] first; // of the parcel, which say what the header says
    private final int size;
    private final byte[] content;
    private final @Nullable Seal seal;

    Opened(Header header, byte[] first, int size, byte[] content, @Nullable Seal seal) {
        this.header = header;
        this.first = first;
        this.size = size;
        this.content = content;
        this.seal = seal;
    }

    /** Returns the container's format version. */
    public int format() {
        return header.format();
    }

    /** Returns how many bytes the parcel takes. */
    public int size() {
        return size;
    }

    /** Returns how many bytes the object stream takes. */
    public int inflatedSize() {
        return header.plainLength();
    }

    /** Returns the key that the parcel says it is signed with; nobody has looked whether it is. */
    public Optional<String> keyId() {
        return Optional.ofNullable(seal).map(Seal::keyId);
    }

    /**
     * Returns who answers for the content.
     *
     * @throws RefusedPatchException if a signature by a key that is trusted does not hold
     */
    Voucher voucher() throws RefusedPatchException {
        return seal == null
                ? TrustGate.policy().unsigned()
                : TrustGate.voucher(seal, Header.statement(first, content), Verdict.Kind.PARCEL, "a parcel", null);
    }

    /** Returns the object stream, inflated now. Not to be changed. */
    public byte[] stream() throws RefusedPatchException {
        return header.deflated() ? Deflation.inflate(content, header.plainLength()) : content;
    }
}
