package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Code that changed between versions, anywhere behind a function: each function runs the code that it was written with, or none.
 * The cases are those of {@code versions/Changed.java}.
 */
class ChangedTest {
    private static Path one;
    private static Path two;
    private static Trip ones;
    private static Trip twos;
    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        String source = Versions.source("Changed");
        one = Versions.compile(source.replace("VERSION", "one"));
        two = Versions.compile(source.replace("VERSION", "two"));
        ones = Trip.begin();
        twos = Trip.begin();
        sent = Versions.send(one, ones);
        Versions.send(two, twos);
    }

    private static Stream<String> names() {
        return Versions.source("Changed")
                .lines()
                .filter(line -> line.contains("all.put(\""))
                .map(line -> line.split("\"")[1]);
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_with_another_version_that_trusts_nobody_refuses_it() {
        FinishedJvm other = ones.run(Trip.abroad("trust=local").classPath(two), "receiver.Origins");
        return names().map(name -> DynamicTest.dynamicTest(name, () -> {
            String said = other.fact(name);
            assertTrue(
                    said.startsWith("dev.instancepatch.RefusedPatchException: [code-not-trusted] "),
                    () -> name + ": " + said + "; sent: " + sent.fact(name));
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_jvm_with_another_version_that_trusts_all_runs_what_was_sent() {
        return said(ones.run(Trip.abroad("trust=all").classPath(two), "receiver.Origins"), "one");
    }

    @TestFactory
    Stream<DynamicTest> two_versions_live_side_by_side() {
        Stream<Object> folders = Stream.of(ones.folder() + "," + twos.folder());
        FinishedJvm both = Trip.abroad("trust=all")
                .run("receiver.Both", Stream.concat(folders, names()).toArray())
                .expectSuccess();
        return said(both, "one / two / two / one");
    }

    @TestFactory
    Stream<DynamicTest> two_versions_in_one_stream_are_right_or_refused() {
        Trip both = Trip.begin();
        FinishedJvm writer = Versions.send(one, two, both);
        FinishedJvm received = both.run(Trip.abroad("trust=all"), "receiver.Origins");
        return names().map(name -> DynamicTest.dynamicTest(name, () -> {
            String written = writer.fact(name);
            if (written.matches("\\d+")) {
                assertEquals("one / two", received.fact(name), name);
            } else {
                assertTrue(written.contains("[not-capturable]") && written.contains("acme."), written);
            }
        }));
    }

    private static Stream<DynamicTest> said(FinishedJvm jvm, String said) {
        return names().map(name -> DynamicTest.dynamicTest(
                name, () -> assertEquals(said, jvm.fact(name), () -> name + ": " + sent.fact(name))));
    }
}
