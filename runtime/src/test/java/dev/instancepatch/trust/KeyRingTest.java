package dev.instancepatch.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key ring is read whole or not at all, and a refusal says where to look. */
class KeyRingTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<TrustedKey> read(String content) throws IOException {
        return KeyRing.read(file("team.pub", content)).keys();
    }

    private void refused(String content, String... parts) throws IOException {
        Path file = file("team.pub", content);
        Keys.refused(() -> KeyRing.read(file), parts);
    }

    @Test
    void a_key_without_a_scope_may_patch_everything_for_ever() throws Exception {
        TrustedKey key = read(Keys.PUBLIC).get(0);
        assertEquals(List.of(), key.targets());
        assertTrue(key.mayPatch("java.util.ArrayList"));
        assertNull(key.expires());
        assertFalse(key.allowsSerializationMethods());
    }

    @Test
    void a_key_without_an_id_is_called_by_its_fingerprint() throws Exception {
        TrustedKey key = read(Keys.PUBLIC).get(0);
        byte[] der = Base64.getDecoder().decode(Keys.PUBLIC.lines().toList().get(1));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        assertEquals(sha256.substring(0, 16), key.id());
        assertEquals(HexFormat.fromHexDigitsToLong(key.id()), key.fingerprint());
    }

    @Test
    void lines_in_front_of_a_key_are_its_scope() throws Exception {
        TrustedKey key = read("""
                # of the build server
                Targets: com.acme.*:org.x.Y
                Expires: 2027-01-01T12:30:15Z
                Id: build-2026
                Allow: serialization-methods
                """ + Keys.PUBLIC).get(0);
        assertEquals("build-2026", key.id());
        assertEquals(List.of("com.acme.*", "org.x.Y"), key.targets());
        assertEquals(Instant.parse("2027-01-01T12:30:15Z"), key.expires());
        assertTrue(key.allowsSerializationMethods());
    }

    @Test
    void a_package_means_all_below_it_and_a_class_what_is_nested_in_it() throws Exception {
        TrustedKey key = read("Targets: com.acme.* : org.x.Y\n" + Keys.PUBLIC).get(0);
        for (String name : List.of("com.acme.Job", "com.acme.jobs.Job$Part", "org.x.Y", "org.x.Y$Inner")) {
            assertTrue(key.mayPatch(name), name);
        }
        for (String name : List.of("com.acme", "com.acmeevil.Job", "org.x.Yes", "org.x", "java.util.ArrayList", "")) {
            assertFalse(key.mayPatch(name), name);
        }
    }

    @Test
    void a_date_is_its_start_in_UTC() throws Exception {
        assertEquals(
                Instant.parse("2028-02-29T00:00:00Z"),
                read("Expires: 2028-02-29\n" + Keys.PUBLIC).get(0).expires());
    }

    @Test
    void a_scope_is_that_of_the_next_key_only() throws Exception {
        List<TrustedKey> keys = read("Targets: com.acme.*\nAllow: serialization-methods\n" + Keys.PUBLIC + "\nId: all\n"
                + Keys.OTHER_PUBLIC);
        assertEquals(List.of("com.acme.*"), keys.get(0).targets());
        assertEquals(List.of(), keys.get(1).targets());
        assertFalse(keys.get(1).allowsSerializationMethods());
        assertEquals("all", keys.get(1).id());
    }

    @Test
    void lines_may_end_as_on_any_system() throws Exception {
        String unix = "Targets: com.acme.*\nId: build\n\n" + Keys.PUBLIC + "Id: other\n" + Keys.OTHER_PUBLIC;
        for (String end : List.of("\n", "\r\n", "\r")) {
            List<TrustedKey> keys = read("\uFEFF" + unix.replace("\n", end));
            assertEquals("build", keys.get(0).id());
            assertEquals(List.of("com.acme.*"), keys.get(0).targets());
            assertEquals("other", keys.get(1).id());
        }
    }

    @Test
    void other_text_around_keys_is_skipped() throws Exception {
        List<TrustedKey> keys = read("The key of the build server, since May: see the wiki\n" + Keys.PUBLIC
                + "ED25519 Public-Key:\npub:\n    ab:bf:44:09\n    fe:85:41:ba\n" + Keys.OTHER_PUBLIC
                + "pub:\n    03:a1\n# Note: nothing\n");
        assertEquals(2, keys.size());
    }

    @Test
    void a_folder_s_keys_come_in_the_order_of_names() throws Exception {
        file("b.pem", "Id: b\n" + Keys.PUBLIC);
        file("a.pub", "Id: a\n" + Keys.OTHER_PUBLIC);
        file("notes.txt", "Id: these are no keys");
        file("sender.key", Keys.PRIVATE);
        KeyRing ring = KeyRing.read(folder);
        assertEquals(List.of("a", "b"), ring.keys().stream().map(TrustedKey::id).toList());
        TrustedKey b = ring.keys().get(1);
        assertSame(b, ring.find(b.fingerprint()));
        assertNull(ring.find(b.fingerprint() + 1));
    }

    @Test
    void the_same_key_twice_is_one() throws Exception {
        assertEquals(1, read("Id: a\n" + Keys.PUBLIC + "Id: a\n" + Keys.PUBLIC).size());
    }

    @Test
    void the_same_key_with_two_scopes_is_refused_with_both_places() throws Exception {
        file("a.pub", "Targets: com.acme.*\n" + Keys.PUBLIC);
        file("b.pub", "\n\n" + Keys.PUBLIC);
        Keys.refused(() -> KeyRing.read(folder), "b.pub, line 3", "a.pub, line 2");
    }

    @Test
    void a_ring_without_a_key_is_refused() throws Exception {
        refused("", "team.pub", "no key");
        refused("\n\n", "team.pub", "no key");
        refused("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBm somebody\n", "no key");
        Files.delete(folder.resolve("team.pub"));
        Keys.refused(() -> KeyRing.read(folder), folder.toString(), "*.pub");
    }

    @Test
    void one_bad_file_refuses_the_folder() throws Exception {
        file("a.pub", Keys.PUBLIC);
        file("b.pub", "no key");
        Keys.refused(() -> KeyRing.read(folder), "b.pub");
    }

    @Test
    void what_cannot_be_read_is_refused_with_its_name() throws Exception {
        Keys.refused(() -> KeyRing.read(folder.resolve("missing.pub")), "missing.pub", "cannot be read");
        Files.createDirectory(folder.resolve("folder.pub"));
        Keys.refused(() -> KeyRing.read(folder), "folder.pub", "cannot be read");
    }

    @Test
    void a_long_file_is_refused() throws Exception {
        String comments = "#".repeat(63) + "\n";
        assertEquals(1, read(comments.repeat(1000) + Keys.PUBLIC).size());
        refused(comments.repeat(1024) + Keys.PUBLIC, "team.pub", "65536");
    }

    @Test
    void a_private_key_in_a_ring_is_refused_and_not_shown() throws Exception {
        refused(Keys.PUBLIC + Keys.PRIVATE, "team.pub, line 4", "private key");
        refused(Keys.PRIVATE.replace("PRIVATE", "OPENSSH PRIVATE"), "team.pub, line 1", "private key");
        refused(Keys.PRIVATE.replace("PRIVATE", "ENCRYPTED PRIVATE"), "team.pub, line 1", "private key");
    }

    @Test
    void what_is_no_Ed25519_key_is_refused() throws Exception {
        refused(Keys.PUBLIC.replace("K2Vw", "K2Vx"), "team.pub, line 1", "Ed25519"); // Ed448's number
        refused(Keys.PUBLIC.replace("PUBLIC KEY", "CERTIFICATE"), "team.pub, line 1", "Ed25519");
        refused(Keys.PUBLIC.replace("MCowBQYDK2VwAyEA", ""), "team.pub, line 1", "Ed25519");
        refused("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n", "team.pub, line 1", "Ed25519");
    }

    @Test
    void broken_base64_is_refused_with_its_line() throws Exception {
        refused(Keys.PUBLIC.replace("ECWm", "EC*m"), "team.pub, line 2", "base64");
        refused(Keys.PUBLIC.replace("ZuE=", "ZuE=A"), "team.pub, line 1", "base64");
        refused(Keys.PUBLIC.replace("ZuE=", "Zu=="), "team.pub, line 1", "Ed25519");
    }

    @Test
    void a_block_that_does_not_begin_or_end_is_refused_with_its_line() throws Exception {
        refused(Keys.PUBLIC.replace("-----END PUBLIC KEY-----\n", ""), "team.pub, line 1", "END");
        refused(Keys.PUBLIC.replace("-----END PUBLIC KEY-----\n", "") + Keys.OTHER_PUBLIC, "team.pub, line 3", "END");
        refused(Keys.PUBLIC.replace("-----BEGIN", "----BEGIN"), "team.pub, line 1");
        refused(Keys.PUBLIC.replace("-----BEGIN PUBLIC KEY-----\n", ""), "team.pub, line 2");
        refused(Keys.PUBLIC.replace("END PUBLIC", "END PRIVATE"), "team.pub, line 3");
    }

    @Test
    void a_limit_that_is_misspelt_is_refused_with_its_line() throws Exception {
        for (String line : List.of(
                "Target: com.acme.*",
                "  Tragets:com.acme.*",
                "Targets com.acme.*",
                "Targets = com.acme.*",
                "targets; com.acme.*",
                "Expire: 2027-01-01",
                "Expires 2027-01-01",
                "Not-After: 2027-01-01")) {
            refused("\n" + line + "\n" + Keys.PUBLIC, "team.pub, line 2", "not understood");
        }
    }

    @Test
    void a_scope_line_that_says_nothing_possible_is_refused_with_its_line() throws Exception {
        for (String line : List.of(
                "Targets:",
                "Targets: *",
                "Targets: com.acme*",
                "Targets: com.*.jobs",
                "Targets: com.acme.*:",
                "Targets: com.acme.*,org.x.*",
                "Targets: com/acme/Job",
                "Expires:",
                "Expires: tomorrow",
                "Expires: 2027-02-29",
                "Expires: 2027-1-1",
                "Expires: 2027-01-01T24:00:00Z",
                "Expires: 2027-01-01T00:00:00",
                "Expires: 2027-01-01T00:00:00+01:00",
                "Expires: ٢٠٢٧-٠١-٠١",
                "Id:",
                "Id: two words",
                "Id: " + "x".repeat(65),
                "Id: a\u001b[2J",
                "Allow: everything",
                "Allow: serialization-methods, more")) {
            refused(Keys.OTHER_PUBLIC + line + "\n" + Keys.PUBLIC, "team.pub, line 4");
        }
    }

    @Test
    void a_scope_line_stands_once() throws Exception {
        refused("Targets: a.*\nTargets: b.*\n" + Keys.PUBLIC, "team.pub, line 2", "second time");
    }

    @Test
    void a_scope_behind_the_last_key_is_refused_with_its_line() throws Exception {
        refused(Keys.PUBLIC + "Targets: com.acme.*\n", "team.pub, line 4", "no key follows");
        refused(Keys.PUBLIC + "Targts: com.acme.*\n", "team.pub, line 4", "not understood");
    }
}
