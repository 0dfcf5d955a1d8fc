package dev.instancepatch.it.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.instancepatch.PatchException;
import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import dev.instancepatch.it.Jdk;
import dev.instancepatch.it.Jdks;
import dev.instancepatch.trust.KeyRing;
import dev.instancepatch.trust.SigningKey;
import dev.instancepatch.trust.TrustedKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent's jar makes keys, and OpenSSL's are as good. */
class KeygenTest {
    private static final byte[] CONTENT = "turkeys".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path temporary;

    private Path keys;

    @BeforeEach
    void chooseFolder() {
        keys = temporary.resolve("deep").resolve("keys");
    }

    private static List<Jdk> jdks() {
        return Jdks.all();
    }

    private static FinishedJvm run(Object... arguments) {
        return ForkedJvm.plain().runJar(Jars.agent(), arguments);
    }

    private FinishedJvm keygen() {
        return run("keygen", keys).expectSuccess();
    }

    private TrustedKey trusted() {
        return KeyRing.read(keys.resolve("sender.pub")).keys().get(0);
    }

    private SigningKey signing() {
        return SigningKey.read(keys.resolve("sender.key"));
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(keys)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void it_makes_a_pair_that_belongs_together(Jdk jdk) throws Exception {
        FinishedJvm made =
                ForkedJvm.plain().jdk(jdk).runJar(Jars.agent(), "keygen", keys).expectSuccess();
        assertEquals(Set.of("sender.key", "sender.pub"), files());
        assertEquals(trusted().fingerprint(), signing().fingerprint());
        assertTrue(trusted().verifies(CONTENT, signing().sign(CONTENT)));
        assertEquals("", made.err());
    }

    @Test
    void it_says_what_it_made_and_which_options_go_with_it() {
        FinishedJvm made = keygen();
        for (String part : List.of(
                "key " + trusted().id() + ":",
                "-javaagent:instance-patch-agent.jar=sign=" + keys.resolve("sender.key"),
                "-javaagent:instance-patch-agent.jar=trust=" + keys.resolve("sender.pub"))) {
            assertTrue(made.out().contains(part), () -> "\"" + part + "\" is missing in: " + made);
        }
    }

    @Test
    void two_pairs_are_two() throws Exception {
        keygen();
        run("keygen", keys, "--name", "build").expectSuccess();
        assertEquals(Set.of("build.key", "build.pub", "sender.key", "sender.pub"), files());
        assertEquals(2, KeyRing.read(keys).keys().size());
    }

    @Test
    void the_private_key_is_its_owner_s_only() throws Exception {
        keygen();
        Path key = keys.resolve("sender.key");
        assumeTrue(key.getFileSystem().supportedFileAttributeViews().contains("posix"), "no permissions here");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertFalse(signing().isExposed());
    }

    @Test
    void neither_file_is_overwritten() throws Exception {
        for (String present : List.of("sender.key", "sender.pub")) {
            Files.createDirectories(keys);
            Files.writeString(keys.resolve(present), "somebody's");
            FinishedJvm refused = run("keygen", keys);
            assertEquals(1, refused.exitCode(), refused::toString);
            assertTrue(refused.err().startsWith("[bad-key] " + keys.resolve(present)), refused::toString);
            assertEquals(2, refused.err().lines().count(), refused::toString);
            assertEquals("", refused.out());
            assertEquals(Set.of(present), files());
            assertEquals("somebody's", Files.readString(keys.resolve(present)));
            Files.delete(keys.resolve(present));
        }
    }

    @Test
    void of_two_that_make_the_same_pair_at_once_one_does() throws Exception {
        CompletableFuture<FinishedJvm> other = CompletableFuture.supplyAsync(() -> run("keygen", keys));
        FinishedJvm one = run("keygen", keys);
        assertEquals(1, one.exitCode() + other.join().exitCode(), () -> one + "\n" + other.join());
        assertEquals(Set.of("sender.key", "sender.pub"), files());
        assertEquals(trusted().fingerprint(), signing().fingerprint());
    }

    @Test
    void a_folder_that_cannot_be_made_is_a_refusal() throws Exception {
        Files.writeString(temporary.resolve("deep"), "a file");
        FinishedJvm refused = run("keygen", keys);
        assertEquals(1, refused.exitCode(), refused::toString);
        assertTrue(refused.err().startsWith("[bad-key] "), refused::toString);
        assertEquals(2, refused.err().lines().count(), refused::toString);
    }

    @Test
    void what_it_does_not_understand_ends_with_usage_or_a_suggestion_and_status_2() {
        notUnderstood("Usage: java -jar instance-patch-agent.jar");
        notUnderstood("Usage: java -jar instance-patch-agent.jar keygen", "keygen");
        notUnderstood("Usage: java -jar instance-patch-agent.jar keygen", "keygen", keys, "--name", "../x");
        notUnderstood("Did you mean: java -jar instance-patch-agent.jar keygen", "keygn", keys);
        notUnderstood("Possible solutions: --name", "keygen", keys, "--nam", "x");
        assertFalse(Files.exists(keys));
    }

    private static void notUnderstood(String answer, Object... arguments) {
        FinishedJvm told = run(arguments);
        assertEquals(2, told.exitCode(), told::toString);
        assertTrue(told.err().contains(answer), told::toString);
        assertEquals("", told.out());
    }

    @Test
    void it_tells_its_version() {
        assertTrue(run("--version").expectSuccess().out().matches("Instance Patch \\d.*\\s+"));
    }

    @Test
    void the_environment_s_options_are_no_concern_of_its() {
        FinishedJvm made = ForkedJvm.plain()
                .environment("INSTANCE_PATCH_OPTIONS", "nonsense")
                .runJar(Jars.agent(), "keygen", keys)
                .expectSuccess();
        assertEquals("", made.err());
    }

    @Test
    void keys_are_listed_with_what_they_are_good_for() throws Exception {
        keygen();
        Path ring = Files.writeString(
                keys.resolve("ring.pem"),
                "Id: build\nTargets: com.acme.*:org.x.Y\nExpires: 2020-01-01\nAllow: serialization-methods\n"
                        + Files.readString(keys.resolve("sender.pub")));
        assertEquals(
                List.of("build  com.acme.*:org.x.Y, expired 2020-01-01T00:00:00Z, serialization-methods allowed"),
                run("keys", ring).expectSuccess().out().lines().toList());
        assertEquals(
                List.of(trusted().id() + "  all classes, never expires"),
                run("keys", keys.resolve("sender.pub"))
                        .expectSuccess()
                        .out()
                        .lines()
                        .toList());
        FinishedJvm refused = run("keys", keys.resolve("sender.key"));
        assertEquals(1, refused.exitCode(), refused::toString);
        assertTrue(refused.err().contains("sender.key, line 1, is a private key"), refused::toString);
    }

    @Test
    void reading_keys_that_have_names_asks_no_security_provider() throws Exception {
        keygen();
        Path ring = Files.writeString(
                keys.resolve("ring.pem"), "Id: build\n" + Files.readString(keys.resolve("sender.pub")));
        FinishedJvm listed = ForkedJvm.plain()
                .jvmArgument("-Xlog:class+load:stdout")
                .runJar(Jars.agent(), "keys", ring)
                .expectSuccess();
        assertTrue(listed.out().contains("dev.instancepatch.trust.KeyRing source:"), "the log shows what is loaded");
        assertFalse(listed.out().contains("dev.instancepatch.trust.Ed25519 source:"), "what asks a provider");
        assertFalse(listed.out().contains("java.security.Signature source:"));
    }

    @Test
    void an_agent_loads_nothing_of_the_command_line() {
        FinishedJvm listed = ForkedJvm.withAgent()
                .jvmArgument("-Xlog:class+load:stdout")
                .classPath(Jars.agent())
                .run("dev.instancepatch.agent.cli.Main", "--version")
                .expectSuccess();
        List<String> loaded =
                listed.out().lines().filter(line -> line.contains(" source:")).toList();
        int agent = first(loaded, "dev.instancepatch.agent.LiveAgent ");
        int commandLine = first(loaded, "dev.instancepatch.agent.cli.Main ");
        assertTrue(agent < commandLine);
        assertTrue(commandLine < first(loaded, "dev.instancepatch.agent.shaded.picocli."));
    }

    private static int first(List<String> loaded, String name) {
        for (int i = 0; i < loaded.size(); i++) {
            if (loaded.get(i).contains(name)) {
                return i;
            }
        }
        throw new AssertionError(name + " is not loaded");
    }

    @Test
    void openssl_reads_both_files() throws Exception {
        OpenSsl.assumeThere();
        keygen();
        String secret = OpenSsl.run("pkey", "-in", keys.resolve("sender.key"), "-noout", "-text");
        String open = OpenSsl.run("pkey", "-pubin", "-in", keys.resolve("sender.pub"), "-noout", "-text");
        assertTrue(secret.toLowerCase().contains("ed25519 private-key"), secret);
        assertTrue(open.toLowerCase().contains("ed25519 public-key"), open);
        String ofSecret = OpenSsl.run("pkey", "-in", keys.resolve("sender.key"), "-pubout");
        assertEquals(Files.readString(keys.resolve("sender.pub")), ofSecret);
    }

    @Test
    void openssl_reads_a_public_key_with_its_scope() throws Exception {
        OpenSsl.assumeThere();
        keygen();
        String plain = Files.readString(keys.resolve("sender.pub"));
        Path scoped = Files.writeString(keys.resolve("scoped.pub"), "Targets: com.acme.*\nId: build\n" + plain);
        assertEquals(plain, OpenSsl.run("pkey", "-pubin", "-in", scoped));
    }

    @Test
    void a_pair_that_openssl_made_is_as_good() throws Exception {
        OpenSsl.assumeThere();
        Files.createDirectories(keys);
        OpenSsl.run("genpkey", "-algorithm", "ed25519", "-out", keys.resolve("sender.key"));
        OpenSsl.run("pkey", "-in", keys.resolve("sender.key"), "-pubout", "-out", keys.resolve("sender.pub"));
        assertEquals(trusted().id(), signing().id());
        assertTrue(trusted().verifies(CONTENT, signing().sign(CONTENT)));
    }

    @Test
    void openssl_verifies_our_signatures_and_we_verify_openssl_s() throws Exception {
        OpenSsl.assumeThere();
        keygen();
        Path content = Files.write(temporary.resolve("content"), CONTENT);
        Path ours = Files.write(temporary.resolve("ours"), signing().sign(CONTENT));
        Path theirs = temporary.resolve("theirs");
        String said = OpenSsl.run(
                "pkeyutl",
                "-verify",
                "-rawin",
                "-pubin",
                "-inkey",
                keys.resolve("sender.pub"),
                "-in",
                content,
                "-sigfile",
                ours);
        assertTrue(said.contains("Signature Verified Successfully"), said);
        OpenSsl.run("pkeyutl", "-sign", "-rawin", "-inkey", keys.resolve("sender.key"), "-in", content, "-out", theirs);
        assertTrue(trusted().verifies(CONTENT, Files.readAllBytes(theirs)));
    }

    @Test
    void a_key_that_openssl_encrypted_is_refused_as_such() throws Exception {
        OpenSsl.assumeThere();
        keygen();
        Path encrypted = keys.resolve("encrypted.key");
        OpenSsl.run("pkey", "-in", keys.resolve("sender.key"), "-aes256", "-passout", "pass:turkey", "-out", encrypted);
        String said = assertThrows(PatchException.class, () -> SigningKey.read(encrypted))
                .getMessage();
        assertTrue(said.startsWith("[bad-key] ") && said.contains("encrypted.key, line 1, is encrypted"), said);
    }
}
