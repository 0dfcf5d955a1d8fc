package dev.instancepatch.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A private key signs, finds its public key by itself, and shows nobody what it is. */
class SigningKeyTest {
    private static final byte[] CONTENT = "turkeys".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("sender.key"), content);
    }

    private SigningKey read(String content) throws IOException {
        return SigningKey.read(file(content));
    }

    private TrustedKey trusted(String content) throws IOException {
        return KeyRing.read(Files.writeString(folder.resolve("sender.pub"), content))
                .keys()
                .get(0);
    }

    private void refused(String content, String... parts) throws IOException {
        Path file = file(content);
        Keys.refused(() -> SigningKey.read(file), parts);
    }

    /** The file of a private key that holds these bytes. */
    private static String pem(byte[] der) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    void the_public_key_is_found_from_the_private_one() throws Exception {
        TrustedKey trusted = trusted(Keys.PUBLIC);
        for (String content : List.of(Keys.PRIVATE, Keys.PRIVATE_WITH_MORE)) {
            SigningKey key = read(content);
            assertEquals(trusted.fingerprint(), key.fingerprint());
            assertEquals(trusted.id(), key.id());
        }
    }

    @Test
    void signatures_are_those_of_RFC_8032() throws Exception {
        SigningKey key = read(pem(Keys.bytes("302e020100300506032b657004220420"
                + "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")));
        assertArrayEquals(
                Keys.bytes("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
                key.sign(Keys.bytes("af82")));
    }

    @Test
    void a_signature_is_verified_for_its_content_and_key_only() throws Exception {
        byte[] signature = read(Keys.PRIVATE).sign(CONTENT);
        TrustedKey key = trusted(Keys.PUBLIC);
        assertTrue(key.verifies(CONTENT, signature));
        assertFalse(key.verifies(new byte[0], signature));
        assertFalse(key.verifies("Turkeys".getBytes(StandardCharsets.UTF_8), signature));
        assertFalse(trusted(Keys.OTHER_PUBLIC).verifies(CONTENT, signature));
    }

    @Test
    void what_is_no_signature_is_false_and_no_exception() throws Exception {
        TrustedKey key = trusted(Keys.PUBLIC);
        byte[] signature = read(Keys.PRIVATE).sign(CONTENT);
        for (int length : new int[] {0, 1, 63, 65, 1000}) {
            assertFalse(key.verifies(CONTENT, new byte[length]));
        }
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= (byte) 0x80;
            assertFalse(key.verifies(CONTENT, changed));
        }
        byte[] allOnes = new byte[64];
        Arrays.fill(allOnes, (byte) 0xff);
        assertFalse(key.verifies(CONTENT, allOnes));
    }

    @Test
    void a_key_that_is_no_point_of_the_curve_verifies_nothing() throws Exception {
        byte[] signature = read(Keys.PRIVATE).sign(CONTENT);
        for (String point : List.of("02" + "00".repeat(31), "ff".repeat(32))) {
            byte[] der = Keys.bytes("302a300506032b6570032100" + point);
            TrustedKey key = trusted("-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getEncoder().encodeToString(der) + "\n-----END PUBLIC KEY-----\n");
            assertFalse(key.verifies(CONTENT, signature));
        }
    }

    @Test
    void many_threads_may_sign_and_verify_at_once() throws Exception {
        SigningKey key = read(Keys.PRIVATE);
        TrustedKey trusted = trusted(Keys.PUBLIC);
        byte[] expected = read(Keys.PRIVATE).sign(CONTENT);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<byte[]> sign = () -> {
                assertTrue(trusted.verifies(CONTENT, expected));
                assertEquals(trusted.fingerprint(), key.fingerprint());
                return key.sign(CONTENT);
            };
            for (Future<byte[]> signed :
                    threads.invokeAll(Stream.generate(() -> sign).limit(40).toList())) {
                assertArrayEquals(expected, signed.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void it_says_its_id_and_nothing_else() throws Exception {
        SigningKey key = read(Keys.PRIVATE);
        assertEquals("SigningKey[" + key.id() + "]", key.toString());
    }

    @Test
    void an_encrypted_key_is_refused_as_such() throws Exception {
        refused(Keys.PRIVATE.replace("PRIVATE", "ENCRYPTED PRIVATE"), "sender.key, line 1", "encrypted");
    }

    @Test
    void what_is_no_private_Ed25519_key_is_refused_and_not_shown() throws Exception {
        refused("", "sender.key", "no key");
        refused(Keys.PUBLIC, "sender.key, line 1", "PRIVATE KEY");
        refused(Keys.PRIVATE.replace("PRIVATE", "EC PRIVATE"), "sender.key, line 1", "Ed25519");
        refused(Keys.PRIVATE.replace("K2Vw", "K2Vx"), "sender.key, line 1", "Ed25519");
        refused(Keys.PRIVATE.replace("INTu", "INT*"), "sender.key, line 2", "base64");
        refused(Keys.PRIVATE.replace("VhC", "Vh"), "sender.key, line 1");
        refused(Keys.PRIVATE + Keys.PRIVATE, "sender.key, line 4", "second");
        Keys.refused(() -> SigningKey.read(folder), folder.toString(), "cannot be read");
    }

    @Test
    void what_stands_behind_the_key_in_its_file_must_be_what_may_stand_there() throws Exception {
        byte[] whole = Base64.getMimeDecoder()
                .decode(Keys.PRIVATE_WITH_MORE.replaceAll("-----.*-----", "").strip());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            refused(pem(cut), "sender.key, line 1");
            if (length > 1) {
                cut[1] = (byte) (length - 2);
                boolean endsWithAPart = length == 48 || length == 48 + 33;
                if (endsWithAPart) {
                    assertEquals(16, read(pem(cut)).id().length());
                } else {
                    refused(pem(cut), "sender.key, line 1");
                }
            }
        }
    }

    @Test
    void a_file_that_others_may_read_is_exposed() throws Exception {
        Path file = file(Keys.PRIVATE);
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "no permissions here");
        for (String permissions : List.of("rw-r-----", "rw----r--", "rw-rw-rw-")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            assertTrue(SigningKey.read(file).isExposed(), permissions);
        }
        for (String permissions : List.of("rw-------", "r--------")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            assertFalse(SigningKey.read(file).isExposed(), permissions);
        }
    }
}
