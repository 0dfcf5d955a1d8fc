package dev.instancepatch.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256, as it is printed. */
public final class Hashes {
    private Hashes() {}

    /** Returns {@code sha256:} and 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        return sha256(bytes, List.of());
    }

    /** Returns the hash of code and of the units it uses. */
    static String sha256(byte[] bytes, List<ClassUnit> uses) {
        MessageDigest digest = newDigest();
        digest.update(bytes);
        uses.forEach(unit -> digest.update(unit.contentHash().getBytes(StandardCharsets.US_ASCII)));
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every Java platform has it (MessageDigest, class comment)
        }
    }
}
