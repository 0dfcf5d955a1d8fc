package dev.instancepatch.it.trust.attacks;

import dev.instancepatch.it.travel.Journey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A pair of keys, as files.
 *
 * @param secret for {@code sign=}
 * @param open for {@code trust=}
 * @param fingerprint how a signature names it
 */
record Key(Path secret, Path open, byte[] fingerprint) {
    /** The honest sender's, for all tests. */
    static final Key HONEST = make();

    /** The attacker's. */
    static final Key ATTACKER = make();

    static Key make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Path folder = Journey.begin().folder();
            byte[] open = pair.getPublic().getEncoded();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(open);
            return new Key(
                    write(
                            folder.resolve("a.key"),
                            "PRIVATE KEY",
                            pair.getPrivate().getEncoded()),
                    write(folder.resolve("a.pub"), "PUBLIC KEY", open),
                    Arrays.copyOf(hash, Long.BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK since 15 has Ed25519", e);
        }
    }

    private static Path write(Path file, String label, byte[] der) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        try {
            return Files.writeString(
                    file, "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the public key's file with lines in front that limit what it is good for. */
    Path scoped(String... lines) {
        try {
            Path file = Journey.begin().folder().resolve("scoped.pub");
            return Files.writeString(file, String.join("\n", lines) + "\n" + Files.readString(open));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the option that signs with it. */
    String signing() {
        return "sign=" + secret;
    }

    /** Returns the option that trusts it. */
    String trusting() {
        return "trust=" + open;
    }
}
