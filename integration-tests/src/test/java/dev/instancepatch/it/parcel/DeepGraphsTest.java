package dev.instancepatch.it.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain of 100,000 objects fits no stack that Java serialization could do with: least of all one of 256 KB. */
class DeepGraphsTest {
    private static FinishedJvm run(ForkedJvm jvm, String kind) {
        return jvm.jvmArgument("-Xss256k")
                .classPath(Fixtures.compile("parcel-deep"))
                .run("deep.Main", kind, 100_000)
                .expectSuccess();
    }

    private static void assertWhole(FinishedJvm jvm, String first, String last) {
        assertEquals("100000", jvm.fact("length"));
        assertEquals(first, jvm.fact("first"));
        assertEquals(last, jvm.fact("last"));
        assertEquals("", withoutInstrumentation(jvm.err()));
    }

    /** A class that the JDK happens to load where the stack ends, in a JVM with any agent at all. */
    private static String withoutInstrumentation(String said) {
        return said.lines()
                .filter(line -> !line.startsWith("*** java.lang.instrument ASSERTION FAILED ***"))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodes", "records", "custom data"})
    void chains_of_ordinary_objects_travel(String kind) {
        FinishedJvm jvm = run(ForkedJvm.withAgent(), kind);
        assertWhole(jvm, "hello", "hello");
        assertEquals("100000", jvm.fact("objects"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodes", "records"})
    void and_without_the_agent(String kind) {
        assertWhole(run(ForkedJvm.plain().classPath(Jars.runtime()), kind), "hello", "hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patched nodes", "patched records", "patched custom data"})
    void chains_of_patched_objects_travel(String kind) {
        assertWhole(run(ForkedJvm.withAgent("trust=all"), kind), "SQUAWK", "SQUAWK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodes with a last one", "records with a last one"})
    void a_patch_at_the_very_end_travels(String kind) {
        assertWhole(run(ForkedJvm.withAgent("trust=all"), kind), "hello", "SQUAWK");
    }

    @Test
    void a_graph_without_an_end_is_refused() {
        FinishedJvm jvm = run(ForkedJvm.withAgent(), "endless");
        assertTrue(jvm.fact("refused").startsWith("[too-deep] "), jvm::toString);
        assertTrue(jvm.fact("refused").contains("256 MiB of stack"), jvm::toString);
    }
}
