package dev.instancepatch.it.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import dev.instancepatch.it.Jdk;
import dev.instancepatch.it.Jdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a key has signed runs where the key is trusted, and nowhere else; captured values are part of it. */
class SignaturesTest {
    /** What blobs say where their key is trusted; {@code KEY} for its id. */
    private static final Map<String, String> SAID = said();

    @TempDir
    private static Path folder;

    private static KeyPairs keys;
    private static KeyPairs others;
    private static Path sent;
    private static FinishedJvm sender;

    private static Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("plain", "SQUAWK by KEY");
        said.put("captured", "Point[x=4] q0 by KEY");
        said.put("array of closures", "n0 by KEY, n1 by KEY, n2 by KEY");
        said.put("many values", String.join(", ", Collections.nCopies(10, "n200 by KEY")));
        said.put("owner captured", "itself by KEY");
        said.put("two patches", "moo by KEY");
        said.put("patched captured", "in it SQUAWK by KEY");
        said.put("record", "QUACK d by KEY");
        said.put("externalizable", "HONK1 by KEY");
        said.put("function", "w[f]");
        said.put("callable", "task 42");
        said.put("function in a field", "SQUAWK by KEY and w[field]");
        said.put("parcel", "one list by KEY, w[parcel]");
        said.put("a record shared", "true by KEY and quack");
        said.put("two calendars", "2026-03 by KEY, 2026-03 by KEY");
        said.put("a callable shared", "shared by KEY and shared");
        said.put("object", "hello and Point[x=7]");
        return said;
    }

    @BeforeAll
    static void send() {
        keys = KeyPairs.make();
        others = KeyPairs.make();
        sent = folder.resolve("sent");
        sender = sender("sign=" + keys.privateKey(), sent);
    }

    private static FinishedJvm sender(String options, Path to) {
        return ForkedJvm.withAgent(options)
                .classPath(Fixtures.compile("signing-senders", shared()), shared())
                .run("signers.Send", to)
                .expectSuccess();
    }

    private static Path shared() {
        return Fixtures.compile("signing-shared");
    }

    private static ForkedJvm receiver(String options) {
        return ForkedJvm.withAgent(options).classPath(Fixtures.compile("signing-receivers", shared()), shared());
    }

    private static Map<String, String> read(ForkedJvm receiver, Object... files) {
        Map<String, String> said = new LinkedHashMap<>();
        receiver.run("verifiers.Receive", files).expectSuccess().out().lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            said.put(parts[0], parts[1]);
        });
        return said;
    }

    private static Map<String, String> saidBy(String key) {
        Map<String, String> said = new LinkedHashMap<>();
        SAID.forEach((blob, words) -> said.put(blob, words.replace("KEY", key)));
        return said;
    }

    private static String id(KeyPairs pair) {
        return ForkedJvm.plain()
                .runJar(Jars.agent(), "keys", pair.publicKey())
                .expectSuccess()
                .out()
                .split("\\s")[0];
    }

    private static void allRefused(Map<String, String> said, String code) {
        said.forEach((blob, words) -> assertTrue(
                words.startsWith("dev.instancepatch.RefusedPatchException: [" + code + "]"), blob + ": " + words));
        assertEquals(SAID.keySet(), said.keySet());
    }

    private static List<Jdk> jdks() {
        return Jdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_is_signed_runs_where_the_key_is_trusted(Jdk jdk) {
        assertEquals(
                saidBy(id(keys)), read(receiver("trust=" + keys.publicKey()).jdk(jdk), sent));
    }

    /** Written once, and kept: format 2 of payloads and functions, format 1 of parcels. */
    @ParameterizedTest
    @MethodSource("jdks")
    void what_an_earlier_build_has_signed_is_read(Jdk jdk) {
        Path signed = Path.of("src", "test", "resources", "signed").toAbsolutePath();
        Map<String, String> said =
                read(receiver("trust=" + signed.resolve("sender.pub")).jdk(jdk), signed.resolve("jdk17-format2"));
        Map<String, String> expected = saidBy("3aaf17e8a29787c9");
        expected.keySet().removeAll(List.of("many values", "two calendars")); // came later
        assertEquals(expected, said);
    }

    @Test
    void a_folder_of_keys_trusts_them_all() throws IOException {
        Path ring = Files.createDirectories(folder.resolve("ring"));
        Files.copy(keys.publicKey(), ring.resolve("one.pub"));
        Files.copy(others.publicKey(), ring.resolve("two.pem"));
        assertEquals(saidBy(id(keys)), read(receiver("trust=" + ring), sent));
    }

    @Test
    void an_application_may_install_keys_while_it_runs() throws IOException {
        assertEquals(
                saidBy(id(keys)), read(receiver("trust=local").jvmArgument("-Dinstall=" + keys.publicKey()), sent));
        Path none = Files.writeString(folder.resolve("none.pub"), "no key\n");
        FinishedJvm failed =
                receiver("trust=local").jvmArgument("-Dinstall=" + none).run("verifiers.Receive", sent);
        assertTrue(failed.err().contains("dev.instancepatch.PatchException: [bad-key]"), failed::toString);
    }

    @Test
    void a_key_s_name_is_what_patches_say() {
        assertEquals(saidBy("build-2026"), read(receiver("trust=" + keys.publicKey("Id: build-2026")), sent));
    }

    @Test
    void what_is_signed_is_refused_where_another_key_is_trusted_or_none() {
        allRefused(read(receiver("trust=" + others.publicKey()), sent), "code-not-trusted");
        allRefused(read(receiver("trust=local"), sent), "code-not-trusted");
    }

    @Test
    void a_filter_counts_all_captured_values_of_a_stream() {
        Map<String, String> said =
                read(receiver("trust=" + keys.publicKey()).jvmArgument("-Djdk.serialFilter=maxrefs=1500"), sent);
        assertEquals("java.io.InvalidClassException: filter status: REJECTED", said.get("many values"));
        Map<String, String> others = saidBy(id(keys));
        List<String> large = List.of("many values", "two calendars"); // the latter with names of time zones
        others.keySet().removeAll(large);
        said.keySet().removeAll(large);
        assertEquals(others, said);
    }

    @Test
    void what_is_not_signed_is_refused_where_keys_are_trusted() {
        Path unsigned = folder.resolve("unsigned");
        sender("trust=local", unsigned);
        Map<String, String> said = read(receiver("trust=" + keys.publicKey()), unsigned);
        said.forEach((blob, words) -> assertTrue(words.contains("[code-not-trusted]"), blob + ": " + words));
        assertTrue(said.keySet().containsAll(SAID.keySet()), said::toString);
    }

    @Test
    void a_receiver_that_trusts_all_reads_it_too() {
        assertEquals(saidBy("nobody"), read(receiver("trust=all"), sent));
    }

    @Test
    void a_receiver_with_the_sender_s_classes_needs_no_key() {
        Path senders = Fixtures.compile("signing-senders", shared());
        Map<String, String> said = read(receiver("trust=local").classPath(senders), sent);
        assertEquals("SQUAWK by nobody", said.get("plain"));
        assertEquals("Point[x=4] q0 by nobody", said.get("captured"));
        assertEquals("in it SQUAWK by nobody", said.get("patched captured"));
    }

    @Test
    void a_key_for_some_classes_may_patch_those_and_send_nothing_else() {
        Map<String, String> said = read(receiver("trust=" + keys.publicKey("Targets: zoo.Turkey:zoo.Goose")), sent);
        assertTrue(said.get("plain").startsWith("SQUAWK"), said::toString);
        assertTrue(said.get("captured").startsWith("Point[x=4] q0"), said::toString);
        assertTrue(said.get("externalizable").startsWith("HONK1"), said::toString);
        for (String refused : List.of("record", "function", "callable", "function in a field", "object")) {
            assertTrue(said.get(refused).contains("[target-not-allowed]"), refused + ": " + said.get(refused));
        }
    }

    @Test
    void a_key_is_trusted_until_its_file_says() {
        allRefused(read(receiver("trust=" + keys.publicKey("Expires: 2026-01-01")), sent), "signature-expired");
        assertEquals(
                saidBy(id(keys)), read(receiver("trust=" + keys.publicKey("Expires: 9999-01-01T00:00:00Z")), sent));
    }

    @Test
    void a_signature_is_good_until_it_expires() throws InterruptedException {
        Path brief = folder.resolve("brief");
        sender("sign=" + keys.privateKey() + ",expires=1s", brief);
        Thread.sleep(1_100);
        allRefused(read(receiver("trust=" + keys.publicKey()), brief), "signature-expired");
        Path lasting = folder.resolve("lasting");
        sender("sign=" + keys.privateKey() + ",expires=P1D", lasting);
        assertEquals(saidBy(id(keys)), read(receiver("trust=" + keys.publicKey()), lasting));
    }

    @Test
    void a_signature_for_an_audience_is_for_no_other() {
        Path addressed = folder.resolve("addressed");
        sender("sign=" + keys.privateKey() + ",audience=workers", addressed);
        String trust = "trust=" + keys.publicKey();
        assertEquals(saidBy(id(keys)), read(receiver(trust + ",audience=workers"), addressed));
        allRefused(read(receiver(trust + ",audience=shop"), addressed), "wrong-audience");
        allRefused(read(receiver(trust), addressed), "wrong-audience");
        assertEquals(saidBy(id(keys)), read(receiver(trust + ",audience=workers"), sent));
    }

    @Test
    void what_would_become_two_objects_is_refused_when_it_is_written() {
        for (String shared : List.of("shared list", "shared array", "shared before", "shared by two")) {
            assertTrue(sender.out().contains(shared + ": [shared-capture]"), sender::toString);
        }
    }

    @Test
    void what_is_shared_may_go_unsigned_if_both_sides_say_so() {
        Path open = folder.resolve("open");
        FinishedJvm allowed = sender("sign=" + keys.privateKey() + ",captures=allow", open);
        assertFalse(allowed.out().contains("shared-capture"), allowed::toString);
        String trust = "trust=" + keys.publicKey();
        String id = id(keys);
        Map<String, String> said = read(receiver(trust + ",captures=allow"), open);
        assertEquals("one list by " + id, said.get("shared list"));
        assertEquals("one array by " + id, said.get("shared array"));
        assertEquals("c0 by " + id + ", c1 by " + id, said.get("shared by two"));
        assertEquals("SQUAWK by " + id, said.get("plain"));
        Map<String, String> strict = read(receiver(trust), open);
        assertTrue(strict.get("shared list").contains("[unsigned-captures]"), strict::toString);
        assertTrue(strict.get("captured").contains("[unsigned-captures]"), strict::toString);
        assertEquals("SQUAWK by " + id, strict.get("plain"));
    }

    @Test
    void a_relay_without_a_key_passes_on_signatures_of_what_it_has_not_changed() {
        for (String trust : List.of("trust=" + keys.publicKey(), "trust=all")) {
            Path relayed = folder.resolve("relayed");
            read(receiver(trust), sent, relayed);
            Map<String, String> said = read(receiver("trust=" + keys.publicKey()), relayed);
            assertTrue(said.remove("parcel").contains("[code-not-trusted]"), said::toString);
            Map<String, String> expected = saidBy(id(keys));
            expected.remove("parcel");
            assertEquals(expected, said, trust);
        }
    }

    @Test
    void a_relay_with_a_key_signs_what_a_trusted_key_has_signed() {
        Path relayed = folder.resolve("signed again");
        read(receiver("trust=" + keys.publicKey() + ",sign=" + others.privateKey()), sent, relayed);
        assertEquals(saidBy(id(others)), read(receiver("trust=" + others.publicKey()), relayed));
    }

    @Test
    void a_relay_that_trusts_all_does_not_sign_what_it_has_received() {
        Path unsigned = folder.resolve("laundry");
        sender("trust=local", unsigned);
        Path relayed = folder.resolve("laundered");
        read(receiver("trust=all,sign=" + others.privateKey()), unsigned, relayed);
        Map<String, String> said = read(receiver("trust=" + others.publicKey()), relayed);
        said.forEach((blob, words) -> assertTrue(words.contains("[code-not-trusted]"), blob + ": " + words));
        assertTrue(said.keySet().containsAll(SAID.keySet()), said::toString);
    }

    @Test
    void a_jvm_with_the_runtime_only_knows_keys_too() {
        ForkedJvm runtime = ForkedJvm.plain()
                .jvmArgument("-Dinstancepatch.trust=" + keys.publicKey())
                .classPath(Fixtures.compile("signing-receivers", shared()), shared(), Jars.runtime());
        Map<String, String> said = read(runtime, sent);
        assertEquals("w[f]", said.get("function"));
        assertEquals("task 42", said.get("callable"));
        assertTrue(said.get("plain").contains("[no-agent]"), said::toString);
        ForkedJvm other = ForkedJvm.plain()
                .jvmArgument("-Dinstancepatch.trust=" + others.publicKey())
                .classPath(Fixtures.compile("signing-receivers", shared()), shared(), Jars.runtime());
        assertTrue(read(other, sent).get("function").contains("[code-not-trusted]"));
    }

    @Test
    void what_cannot_be_read_as_a_key_is_a_warning_and_then_a_refusal() throws IOException {
        Path none = Files.writeString(folder.resolve("none.key"), "no key\n");
        FinishedJvm said = sender("sign=" + none, folder.resolve("never"));
        assertTrue(said.err().contains("[instance-patch] sign=" + none), said::toString);
        assertTrue(said.out().contains("plain: [bad-key]"), said::toString);
        FinishedJvm received =
                receiver("trust=" + none).run("verifiers.Receive", sent).expectSuccess();
        assertTrue(received.err().contains("[instance-patch] trust=" + none), received::toString);
        assertTrue(received.out().contains("plain: dev.instancepatch.RefusedPatchException: [code-not-trusted]"));
    }

    @Test
    void a_setting_that_is_not_understood_signs_nothing_rather_than_more() {
        String sign = "sign=" + keys.privateKey();
        for (String wrong : List.of("expires=7days", "expires=0s", "expires=-PT1H", "audience=" + "a".repeat(201))) {
            FinishedJvm said = sender(sign + "," + wrong, folder.resolve("never"));
            assertTrue(said.err().contains("[instance-patch] " + wrong), said::toString);
            assertTrue(said.out().contains("plain: [bad-key]"), said::toString);
        }
    }

    @Test
    void a_private_key_that_others_may_read_is_a_warning() throws IOException {
        Path open = Files.copy(keys.privateKey(), folder.resolve("open.key"));
        Files.setPosixFilePermissions(open, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        FinishedJvm said = sender("sign=" + open, folder.resolve("warned"));
        assertTrue(said.err().contains("can be read by others"), said::toString);
    }
}
