package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a function's identity depends on. The cases are those of {@code versions/Edited.java}. */
class IdentityTest {
    private static final List<Edit> EDITS = List.of(
            new Edit("a comment", "//MEMBER", "// one\n\n// two\n"),
            new Edit("an import", "//IMPORT", "import java.util.concurrent.*;\nimport java.util.function.Function;"),
            new Edit("a lambda before", "//LAMBDA", "all.put(\"another\", self -> \"another \" + self.name);"),
            new Edit("a lambda behind", "//LATER", "all.put(\"another\", self -> \"another \" + self.name);"),
            new Edit(
                    "a Serializable lambda before",
                    "//LAMBDA",
                    "Supplier<String> other = (Supplier<String> & Serializable) () -> \"other\";"),
            new Edit("a method", "//MEMBER", "private static int added(int n) { return n + 1; }"),
            new Edit("an overload", "//MEMBER", "private static String help(int n) { return \"n\" + n; }"),
            new Edit("a constant", "//MEMBER", "private static final List<String> ADDED = List.of(\"added\");"),
            new Edit("a static field that changes", "//MEMBER", "private static int added;"),
            new Edit("a nested class", "//NESTED", "private static final class Added { int n; }"));

    private static final String SOURCE = Versions.source("Edited");

    private static Path base;
    private static Path edited;
    private static FinishedJvm identities;

    private record Edit(String name, String where, String what) {
        private String of(String source) {
            assertTrue(source.contains(where), where);
            return source.replace(where, where + "\n" + what);
        }
    }

    @BeforeAll
    static void compare() {
        base = Versions.compile(SOURCE);
        List<Path> versions = new ArrayList<>(List.of(base));
        String all = SOURCE;
        for (Edit edit : EDITS) {
            versions.add(Versions.compile(edit.of(SOURCE)));
            all = edit.of(all);
        }
        edited = Versions.compile(all.replaceFirst("all.put\\(\"another\".*", ""));
        versions.add(edited);
        versions.add(Sources.of("acme.Writer", SOURCE).withoutDebugInformation().compile(Trip.shared()));
        versions.add(Versions.compile(SOURCE.replace("self.name", "self.name + 1")
                .replace("\"helped \"", "\"helped, \"")
                .replace("amount + \"", "amount + \".")
                .replace("n * times", "n + times")
                .replace("int left, int right", "int left, long right")
                .replace("PATTERN.pattern()", "PATTERN.toString()")));
        identities = Versions.identities(versions.toArray(Path[]::new));
    }

    private static Stream<String> names() {
        return SOURCE.lines().filter(line -> line.contains("all.put(\"")).map(line -> line.split("\"")[1]);
    }

    @TestFactory
    Stream<DynamicTest> a_function_has_an_identity() {
        return names().map(name -> DynamicTest.dynamicTest(
                name,
                () -> assertTrue(
                        identities.fact("0 " + name).matches("sha256:[0-9a-f]{64}"),
                        () -> name + ": " + identities.fact("0 " + name))));
    }

    @TestFactory
    Stream<DynamicTest> an_edit_elsewhere_in_its_class_keeps_a_function_s_identity() {
        return IntStream.range(0, EDITS.size())
                .boxed()
                .flatMap(i -> same(i + 1, EDITS.get(i).name()));
    }

    @TestFactory
    Stream<DynamicTest> all_these_edits_together_keep_a_function_s_identity() {
        return same(EDITS.size() + 1, "all");
    }

    @TestFactory
    Stream<DynamicTest> debug_information_does_not_count() {
        return same(EDITS.size() + 2, "without debug information");
    }

    private static Stream<DynamicTest> same(int version, String edit) {
        return names().map(name -> DynamicTest.dynamicTest(
                edit + ": " + name,
                () -> assertEquals(
                        identities.fact("0 " + name), identities.fact(version + " " + name), edit + ": " + name)));
    }

    @TestFactory
    Stream<DynamicTest> an_edit_of_what_it_runs_changes_a_function_s_identity() {
        return names().filter(name -> !name.startsWith("captured "))
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertNotEquals(
                                identities.fact("0 " + name), identities.fact(EDITS.size() + 3 + " " + name), name)));
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_whose_version_was_edited_elsewhere_runs_its_own_code() {
        Trip trip = Trip.begin();
        FinishedJvm sent = Versions.send(base, trip);
        FinishedJvm own = trip.run(Trip.abroad("trust=local").classPath(edited), "receiver.Origins");
        return names().map(name -> DynamicTest.dynamicTest(
                name,
                () -> assertEquals("OWN_CODE", own.fact("origin " + name), () -> sent.fact(name) + own.fact(name))));
    }

    @TestFactory
    Stream<DynamicTest> sender_receiver_and_owner_agree_on_the_identity() {
        Trip trip = Trip.begin();
        FinishedJvm sent = Versions.send(base, trip);
        FinishedJvm received = trip.run(Trip.abroad("trust=all"), "receiver.Origins");
        FinishedJvm own = trip.run(Trip.abroad("trust=local").classPath(base), "receiver.Origins");
        return names().map(name -> DynamicTest.dynamicTest(name, () -> {
            String hash = sent.fact("hash " + name);
            assertEquals(hash, received.fact("hash " + name), name);
            assertEquals(hash, own.fact("hash " + name), name);
            assertEquals("BY_VALUE", received.fact("origin " + name), name);
            assertEquals("OWN_CODE", own.fact("origin " + name), name);
        }));
    }
}
