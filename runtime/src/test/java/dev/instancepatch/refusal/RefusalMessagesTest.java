package dev.instancepatch.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.PatchException;
import dev.instancepatch.RefusedPatchException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One refusal, one golden file. After a message was changed on purpose, write them all anew and read the difference:
 * {@code mvn test -pl runtime -Dtest=RefusalMessagesTest -Drefusals.regenerate=true}.
 */
class RefusalMessagesTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "refusals");
    private static final boolean REGENERATE = Boolean.getBoolean("refusals.regenerate");

    /** What the samples are about. */
    static class Greeter {
        String hi() {
            return "hello";
        }

        String hi(String who) {
            return "hello " + who;
        }

        int add(int a, Integer b) {
            return a + b;
        }

        static void open() {}
    }

    private static final Throwable CAUSE = new IllegalStateException("com/acme/Missing");
    private static final Method HI = method("hi");
    private static final Method HI_WHO = method("hi", String.class);
    private static final Method ADD = method("add", int.class, Integer.class);
    private static final String HASH = "sha256:3f9a0b12" + "0".repeat(54) + "c1";

    private static final Map<String, Exception> SAMPLES = samples();

    private static Method method(String name, Class<?>... parameters) {
        try {
            return Greeter.class.getDeclaredMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Exception> samples() {
        Map<String, Exception> samples = new TreeMap<>();
        objects(samples);
        methods(samples);
        functions(samples);
        calls(samples);
        travelling(samples);
        reading(samples);
        parcels(samples);
        keys(samples);
        trust(samples);
        return samples;
    }

    private static void trust(Map<String, Exception> samples) {
        String target = "com.acme.Greeter.hi";
        Instant over = Instant.parse("2026-01-01T00:00:00Z");
        samples.put("trust-signatureInvalid", TrustRefusals.signatureInvalid("build-2026"));
        samples.put("trust-signatureExpired", TrustRefusals.signatureExpired("build-2026", over));
        samples.put("trust-keyExpired", TrustRefusals.keyExpired("build-2026", over));
        samples.put("trust-wrongAudience", TrustRefusals.wrongAudience("build-2026", "workers", "shop"));
        samples.put("trust-wrongAudience-none", TrustRefusals.wrongAudience("build-2026", "workers", ""));
        samples.put("trust-outOfScope", TrustRefusals.outOfScope(target, "build-2026"));
        samples.put(
                "trust-otherTarget",
                TrustRefusals.otherTarget(target, "com.acme.Greeter", "com.acme.Vault", "build-2026"));
        samples.put("trust-unsignedCaptures", TrustRefusals.unsignedCaptures(target, "build-2026"));
        samples.put("trust-sharedCapture", TrustRefusals.sharedCapture("for " + target, int[].class));
        samples.put("trust-trustLocked", TrustRefusals.trustLocked(Greeter.class));
    }

    private static void objects(Map<String, Exception> samples) {
        samples.put("nullArgument", Refusals.nullArgument("The object to patch"));
        samples.put("noAgent", Refusals.noAgent("its jar is not on the class path", CAUSE));
        samples.put("secondRuntime", Refusals.secondRuntime("com.acme.WebAppLoader"));
        samples.put("unpatchableObject", Refusals.unpatchableObject(int[].class, "an array has no methods of its own"));
        samples.put("excludedClass", Refusals.excludedClass(Greeter.class));
        samples.put("weavingFailed", Refusals.weavingFailed(HI, "the JVM gave no reason", CAUSE));
    }

    private static void methods(Map<String, Exception> samples) {
        samples.put(
                "unpatchableMethod", Refusals.unpatchableMethod(method("open"), "static, and belongs to no object"));
        samples.put("unknownMethod", Refusals.unknownMethod(Greeter.class, "\"hello\"", List.of(HI_WHO, HI)));
        samples.put("unknownMethod-unlike", Refusals.unknownMethod(Greeter.class, "\"zzz\"", List.of()));
        samples.put("ambiguousMethod", Refusals.ambiguousMethod(Greeter.class, "hi", List.of(HI_WHO, HI)));
        samples.put("missingClass", Refusals.missingClass("com.acme.Greeter", CAUSE));
        samples.put("notAMethod", Refusals.notAMethod("com.acme.Main", "it is a lambda"));
    }

    private static void functions(Map<String, Exception> samples) {
        samples.put(
                "ambiguousFunction", Refusals.ambiguousFunction(Greeter.class, List.of("Replacement0", "Interceptor")));
        samples.put("wrongSelf", Refusals.wrongSelf(java.util.Date.class, Greeter.class));
        samples.put("wrongParameter", Refusals.wrongParameter(HI_WHO, 0, Integer.class));
        samples.put("wrongArity", Refusals.wrongArity(HI_WHO, 2));
        samples.put("voidReplacementOfResult", Refusals.voidReplacementOfResult(HI));
        samples.put("wrongResult", Refusals.wrongResult(HI, String.class, Integer.class));
        samples.put("nullResult", Refusals.nullResult(ADD));
    }

    private static void calls(Map<String, Exception> samples) {
        samples.put("wrongArgument", Refusals.wrongArgument(ADD, 0, int.class, String.class));
        samples.put("wrongArgument-null", Refusals.wrongArgument(ADD, 0, int.class, null));
        samples.put(
                "wrongArgumentForFunction", Refusals.wrongArgumentForFunction(HI_WHO, 0, Integer.class, String.class));
        samples.put("wrongArgumentCount", Refusals.wrongArgumentCount(ADD, 2, 1));
        samples.put("noSuchArgument", Refusals.noSuchArgument(ADD, 2, 2));
        samples.put("originalExpired", Refusals.originalExpired(HI));
        samples.put("scopeClosed", Refusals.scopeClosed());
        samples.put("cannotLink", Refusals.cannotLink("com.acme.Main", "java.lang.NoSuchMethodError", CAUSE));
    }

    private static void travelling(Map<String, Exception> samples) {
        samples.put(
                "notCapturable",
                Refusals.notCapturable("of com.acme.Main (lambda$main$0)", "it uses the static field limit", CAUSE));
        samples.put(
                "notSerializableCapture",
                Refusals.notSerializableCapture(
                        "for com.acme.Greeter.hi",
                        "function → captured argument 1 (com.acme.Job)",
                        "java.sql.Connection",
                        CAUSE));
        samples.put(
                "notCarried",
                Refusals.notCarried(Greeter.class, List.of(HI, ADD), "it is a record", "com.acme.Farm → greeters[3]"));
    }

    private static void reading(Map<String, Exception> samples) {
        String target = "com.acme.Greeter.hi";
        samples.put(
                "reading-codeNotTrusted",
                ReadRefusals.codeNotTrusted(HASH, "com.acme.Main", 2, target, "local code only", "It is not signed."));
        samples.put(
                "reading-codeNotTrusted-one",
                ReadRefusals.codeNotTrusted(HASH, "com.acme.Main", 1, target, "local code only", "It is not signed."));
        samples.put("reading-targetNotAllowed", ReadRefusals.targetNotAllowed("java.util.ArrayList.size"));
        samples.put(
                "reading-doesNotFit",
                ReadRefusals.doesNotFit(HASH, "com.acme.Main", target, Refusals.wrongArity(HI_WHO, 2)));
        samples.put(
                "reading-missingReference",
                ReadRefusals.missingReference("com.acme.Main", target, "com.acme.Missing", CAUSE));
        samples.put(
                "reading-missingMember",
                ReadRefusals.missingMember("com.acme.Main", target, "com.acme.Coop", "count()I"));
        samples.put(
                "reading-cannotLink",
                ReadRefusals.cannotLink("com.acme.Main", Refusals.cannotLink("com.acme.Main", "it is broken", CAUSE)));
        samples.put(
                "notCapturableWithin",
                Refusals.notCapturableWithin(
                        "for com.acme.Greeter.hi",
                        "function → captured argument 1 (com.acme.Job)",
                        Refusals.notCapturable("(com.acme.Job, lambda$0)", "it uses the static field limit", CAUSE)));
        samples.put(
                "reading-cannotDefine",
                ReadRefusals.cannotDefine("com.acme.Job", new NoClassDefFoundError("com/acme/Base")));
        samples.put("notAPackage", Refusals.notAPackage("com..acme"));
        samples.put(
                "notCapturable-path",
                Refusals.notCapturable(
                        "for com.acme.Greeter.hi (com.acme.Main, lambda$main$0)",
                        "it uses the static field limit",
                        "function → com.acme.Main.lambda$main$0 → com.acme.Job.run",
                        CAUSE));
        samples.put("reading-undecidedClasses", ReadRefusals.undecidedClasses(ObjectInputStream.class, CAUSE));
        samples.put("cannotSignAsTold", KeyRefusals.cannotSignAsTold("expires=7days is no duration"));
        samples.put("noPathOfKey", KeyRefusals.noPathOfKey("keys/sender.pub", CAUSE));
        samples.put("reading-noAgent", ReadRefusals.noAgent("hi"));
        samples.put("reading-malformedPayload", ReadRefusals.malformedPayload("it ends too early", CAUSE));
        samples.put("reasonTooLong", Refusals.reasonTooLong(70_000, 10_000));
        samples.put("agentSwitchedOff", Refusals.agentSwitchedOff(CAUSE));
        samples.put("weavingFailedFor", Refusals.weavingFailedFor(Greeter.class, CAUSE));
        samples.put(
                "reading-ownCodeDoesNotFit",
                ReadRefusals.ownCodeDoesNotFit(
                        "sha256:3f9a0b1200000000000000c1", "com.acme.Main", "com.acme.Greeter.hi"));
        samples.put(
                "reading-unsafeClass",
                ReadRefusals.unsafeClass("com.acme.Job", "has a native method, com.acme.Job.run"));
        samples.put("reading-previewClass", ReadRefusals.previewClass("com.acme.Job", 65));
        samples.put("reading-runsByItself", ReadRefusals.runsByItself("com.acme.Job", "readObject"));
        samples.put("reading-tooMuchCode", ReadRefusals.tooMuchCode(64 << 20));
        samples.put("reading-hiddenPayload", ReadRefusals.hiddenPayload(null));
        samples.put("reading-enumNotAllowed", ReadRefusals.enumNotAllowed("com.acme.Color.rgb"));
        samples.put("reading-unknownFormat", ReadRefusals.unknownFormat(9, 1));
        samples.put("reading-newerClassFile", ReadRefusals.newerClassFile("com.acme.Main", 69, 61));
        samples.put(
                "reading-targetMissing",
                ReadRefusals.targetMissing(target, "com.acme.Greeter", "this JVM's class declares no such method"));
        samples.put("reading-cannotPatch", ReadRefusals.cannotPatch(target, Refusals.excludedClass(Greeter.class)));
        samples.put("reading-missingCapture", ReadRefusals.missingCapture("for " + target, "com.acme.Missing", CAUSE));
    }

    private static void parcels(Map<String, Exception> samples) {
        samples.put(
                "notSerializable",
                Refusals.notSerializable("java.net.Socket", "com.acme.Farm → connections[0] → socket", CAUSE));
        samples.put("tooDeepToWrite", Refusals.tooDeepToWrite(1L << 30, CAUSE));
        samples.put("graphTooLarge", Refusals.graphTooLarge(64 << 20));
        samples.put("reading-malformedParcel", ReadRefusals.malformedParcel("it ends too early", CAUSE));
        samples.put("reading-unknownParcelFormat", ReadRefusals.unknownParcelFormat(9, 1));
        samples.put("reading-parcelTooLarge", ReadRefusals.parcelTooLarge("its content takes", 4L << 30, 64L << 20));
        samples.put("reading-tooDeepToRead", ReadRefusals.tooDeepToRead(256L << 20, CAUSE));
        samples.put("reading-tooDeepCapture", ReadRefusals.tooDeepCapture("for com.acme.Turkey.hi", CAUSE));
        samples.put("reading-tooDeepToInspect", ReadRefusals.tooDeepToInspect(1_000_000));
        samples.put(
                "reading-missingObjectClass",
                ReadRefusals.missingObjectClass("com.acme.Missing", "com.acme.WebAppLoader", CAUSE));
        samples.put("reading-unexpectedClass", ReadRefusals.unexpectedClass(Greeter.class, java.util.Date.class));
    }

    private static void keys(Map<String, Exception> samples) {
        Path file = Path.of("keys", "team.pub");
        samples.put(
                "unreadableKeyFile",
                KeyRefusals.unreadableKeyFile(file, new FileNotFoundException(file + " (Permission denied)")));
        samples.put("unreadableKeyFile-folder", KeyRefusals.unreadableKeyFile(Path.of("keys"), null));
        samples.put("keyFileTooLong", KeyRefusals.keyFileTooLong(file, 65536));
        samples.put("brokenKeyFile", KeyRefusals.brokenKeyFile(file, 3, "it is no base64"));
        samples.put("noKey", KeyRefusals.noKey(file, "PUBLIC KEY"));
        samples.put("noKeyInFolder", KeyRefusals.noKeyInFolder(Path.of("keys")));
        samples.put("otherKey", KeyRefusals.otherKey(file, 3, "PUBLIC KEY"));
        samples.put("encryptedKey", KeyRefusals.encryptedKey(Path.of("sender.key"), 1));
        samples.put("secondPrivateKey", KeyRefusals.secondPrivateKey(Path.of("sender.key"), 4));
        samples.put("privateKeyInRing", KeyRefusals.privateKeyInRing(file, 3));
        samples.put("unknownScopeLine", KeyRefusals.unknownScopeLine(file, 2));
        samples.put(
                "badScopeLine", KeyRefusals.badScopeLine(file, 2, "it says a second time what a line above it says"));
        samples.put("scopeWithoutKey", KeyRefusals.scopeWithoutKey(file, 5));
        samples.put("contradictingKeys", KeyRefusals.contradictingKeys(file, 9, Path.of("keys", "build.pub"), 1));
        samples.put("cannotSign", KeyRefusals.cannotSign(new NoSuchAlgorithmException("Ed25519")));
        samples.put("keyFileInTheWay", KeyRefusals.keyFileInTheWay(Path.of("sender.key")));
        samples.put(
                "keyFileNotWritten",
                KeyRefusals.keyFileNotWritten(Path.of("sender.key"), new AccessDeniedException("sender.key")));
    }

    @TestFactory
    Stream<DynamicTest> a_message_is_as_its_golden_file_says() {
        return SAMPLES.entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    Path file = GOLDEN.resolve(sample.getKey() + ".txt");
                    String message = sample.getValue().getMessage() + "\n";
                    if (REGENERATE) {
                        Files.writeString(file, message);
                    }
                    assertEquals(Files.readString(file, StandardCharsets.UTF_8), message);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_message_has_its_code_first_and_an_indented_next_action() {
        return SAMPLES.entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    List<String> lines = sample.getValue().getMessage().lines().toList();
                    assertTrue(
                            lines.get(0)
                                    .startsWith("[" + code(sample.getValue()).id() + "] "),
                            lines.get(0));
                    assertTrue(lines.size() >= 2, "no next action: " + lines);
                    assertTrue(
                            lines.stream().skip(1).allMatch(l -> l.startsWith("  ")), () -> "not indented: " + lines);
                }));
    }

    @Test
    void every_factory_method_has_a_sample() {
        assertEquals(
                factories(),
                SAMPLES.keySet().stream()
                        .map(name -> name.matches("(reading|trust)-.*")
                                ? name.split("-")[0] + "-" + name.split("-")[1]
                                : name.split("-")[0])
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> factories() {
        Set<String> names = new TreeSet<>();
        publicStatic(Refusals.class).forEach(names::add);
        publicStatic(KeyRefusals.class).forEach(names::add);
        publicStatic(ReadRefusals.class).forEach(name -> names.add("reading-" + name));
        publicStatic(TrustRefusals.class).forEach(name -> names.add("trust-" + name));
        return names;
    }

    private static Stream<String> publicStatic(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
                .map(Method::getName);
    }

    @Test
    void every_code_has_a_golden_file() {
        Set<Code> missing = EnumSet.allOf(Code.class);
        SAMPLES.values().forEach(sample -> missing.remove(code(sample)));
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_golden_file_has_a_sample() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertEquals(
                    SAMPLES.keySet(),
                    files.map(f -> f.getFileName().toString().replace(".txt", ""))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void the_cause_is_kept() {
        assertSame(CAUSE, SAMPLES.get("missingClass").getCause());
        assertSame(CAUSE, SAMPLES.get("weavingFailed").getCause());
        assertSame(CAUSE, SAMPLES.get("notSerializableCapture").getCause());
        assertSame(CAUSE, SAMPLES.get("reading-malformedPayload").getCause());
        assertSame(CAUSE, SAMPLES.get("reading-missingCapture").getCause());
    }

    private static Code code(Exception sample) {
        return sample instanceof PatchException refusal ? refusal.code() : ((RefusedPatchException) sample).code();
    }
}
