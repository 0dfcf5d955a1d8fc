package dev.instancepatch.trust;

import dev.instancepatch.refusal.ReadRefusals;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature as streams and parcels carry it. What it is a signature of stands beside it, see {@link Statement}.
 *
 * <pre>
 * key           8 bytes, the beginning of the SHA-256 of the public key
 * expiry        8 bytes, seconds since 1970; 0 for never
 * audience      a string, empty for anybody
 * signature     64 bytes (RFC 8032)
 * </pre>
 */
public final class Seal {
    private static final int SIGNATURE_BYTES = 64;
    private static final int MAX_AUDIENCE = 200;

    private final long key;
    private final long expiry;
    private final String audience;
    private final byte[] signature;

    Seal(long key, long expiry, String audience, byte[] signature) {
        this.key = key;
        this.expiry = expiry;
        this.audience = audience;
        this.signature = signature.clone();
    }

    /**
     * Reads one. Any 64 bytes are a signature until somebody looks; an audience longer than any is refused at once, since signatures
     * are remembered, those that nobody has verified too.
     */
    public static Seal read(DataInput in) throws IOException {
        long key = in.readLong();
        long expiry = in.readLong();
        String audience = in.readUTF();
        if (audience.length() > MAX_AUDIENCE) {
            throw ReadRefusals.malformedPayload(
                    "a signature is for an audience whose name has " + audience.length() + " characters", null);
        }
        byte[] signature = new byte[SIGNATURE_BYTES];
        in.readFully(signature);
        return new Seal(key, expiry, audience, signature);
    }

    /** Writes it. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(key);
        out.writeLong(expiry);
        out.writeUTF(audience);
        out.write(signature);
    }

    static boolean isAudience(String name) {
        return !name.isEmpty() && name.length() <= MAX_AUDIENCE;
    }

    long key() {
        return key;
    }

    /** Returns the key's number as its id is printed where nobody gave it a name. */
    public String keyId() {
        return String.format("%016x", key);
    }

    @Nullable
    Instant expiry() {
        return expiry == 0 ? null : Instant.ofEpochSecond(expiry);
    }

    boolean outlives(Seal other) {
        return other.expiry != 0 && (expiry == 0 || expiry >= other.expiry);
    }

    boolean isExpired(Instant now) {
        return expiry != 0 && now.getEpochSecond() >= expiry;
    }

    String audience() {
        return audience;
    }

    byte[] signature() {
        return signature.clone();
    }

    /** Returns what is signed: the statement, and all of this but the signature. */
    byte[] message(Statement statement) {
        return message(statement, key, expiry, audience);
    }

    static byte[] message(Statement statement, long key, long expiry, String audience) {
        return Statement.of("instance-patch signature")
                .number(key)
                .number(expiry)
                .text(audience)
                .bytes(statement.digest())
                .content();
    }
}
