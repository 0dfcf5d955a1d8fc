package dev.instancepatch.code;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as it is printed. */
public final class Hashes {
    private Hashes() {}

    /** Returns {@code sha256:} and 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every Java platform has it (MessageDigest, class comment)
        }
    }
}
