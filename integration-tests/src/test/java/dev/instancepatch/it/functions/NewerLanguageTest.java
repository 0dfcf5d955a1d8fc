package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jdk;
import dev.instancepatch.it.Jdks;
import dev.instancepatch.it.travel.Journey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Functions compiled for Java 21 travel to JVMs that can run them, and are refused by name by those that cannot. */
@EnabledForJreRange(min = JRE.JAVA_21)
class NewerLanguageTest {
    private static final Map<String, String> EXPECTED = Map.of(
            "pattern-switch", "12 9",
            "pattern-guard", "small 5 large text s null Character",
            "pattern-of-a-record", "1deep2",
            "pattern-enum", "bad good none ",
            "pattern-in-a-nested-class", "number characters",
            "pattern-captured", "27",
            "pattern-in-a-function-class", "large square");

    private static Trip trip;
    private static Path newer;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        trip = Trip.begin();
        newer = newer();
        sent = ForkedJvm.withAgent()
                .classPath(newer, Trip.shared(), Journey.harness())
                .run("newer.Main", trip.folder())
                .expectSuccess();
    }

    private static Path newer() {
        try (InputStream in = NewerLanguageTest.class.getResourceAsStream("/java21/newer/Main.java")) {
            return Sources.of("newer.Main", new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .release(21)
                    .compile(Trip.shared(), Journey.harness());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_function_with_patterns_means_the_same_where_nobody_has_its_code() {
        return said(trip.run(Trip.abroad("trust=all"), "receiver.Main"));
    }

    @TestFactory
    Stream<DynamicTest> a_function_with_patterns_means_the_same_behind_a_jvm_in_the_middle() {
        return said(trip.forward().run(Trip.abroad("trust=all"), "receiver.Main"));
    }

    @TestFactory
    Stream<DynamicTest> a_function_with_patterns_means_the_same_in_a_jvm_that_has_its_code() {
        return said(trip.run(Trip.abroad("trust=local").classPath(newer), "receiver.Main"));
    }

    private static Stream<DynamicTest> said(FinishedJvm jvm) {
        return EXPECTED.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertEquals(e.getValue(), jvm.fact(e.getKey()), () -> sent.fact(e.getKey()))));
    }

    @TestFactory
    Stream<DynamicTest> an_older_jvm_refuses_it_by_name() {
        List<Jdk> older = Jdks.all().stream()
                .filter(jdk -> jdk.toString().startsWith("JDK 17"))
                .toList();
        assumeTrue(!older.isEmpty(), "no JDK 17 is named");
        FinishedJvm received = trip.run(Trip.abroad("trust=all").jdk(older.get(0)), "receiver.Main");
        return EXPECTED.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    String said = received.fact(name);
                    assertTrue(
                            said.startsWith("dev.instancepatch.RefusedPatchException: [newer-class-file] "),
                            () -> name + ": " + said);
                    assertTrue(said.contains("newer.Main"), () -> name + ": " + said);
                }));
    }
}
