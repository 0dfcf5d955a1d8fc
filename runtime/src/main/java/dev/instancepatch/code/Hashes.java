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
        return sha256(bytes, List.<String>of());
    }

    /** Returns the hash of code and of the units it uses. */
    static String ofCode(byte[] bytes, List<ClassUnit> uses) {
        return sha256(bytes, uses.stream().map(ClassUnit::contentHash).toList());
    }

    /** Returns the hash of code and of what it uses, whose hashes these are. */
    public static String sha256(byte[] bytes, List<String> uses) {
        MessageDigest digest = newDigest();
        digest.update(bytes);
        uses.forEach(hash -> digest.update(hash.getBytes(StandardCharsets.US_ASCII)));
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
