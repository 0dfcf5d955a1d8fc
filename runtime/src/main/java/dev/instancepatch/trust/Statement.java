package dev.instancepatch.trust;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a signature says: all that decides what will run, one after the other, each with its length in front, so that no two
 * statements have the same bytes. The first part says what it is about: a signature of a patch is none of a function.
 */
public final class Statement {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private Statement() {}

    /** Begins a statement about things of one kind. */
    public static Statement of(String kind) {
        return new Statement().text(kind);
    }

    /** Adds a text. */
    public Statement text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a number. */
    public Statement number(long number) {
        try {
            out.writeLong(number);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
        return this;
    }

    /** Adds bytes. */
    public Statement bytes(byte[] part) {
        number(part.length);
        bytes.writeBytes(part);
        return this;
    }

    /** Adds bytes that may be many: their hash says as much. */
    public Statement hashed(byte[] part) {
        return number(part.length).bytes(sha256(part));
    }

    byte[] content() {
        return bytes.toByteArray();
    }

    /** Returns its SHA-256 as it is printed. */
    String hash() {
        return "sha256:" + HexFormat.of().formatHex(digest());
    }

    /** Returns its SHA-256. */
    byte[] digest() {
        return sha256(bytes.toByteArray());
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every Java platform has it (MessageDigest, class comment)
        }
    }
}
