package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JaCoCo's agent adds a method and probes to every class that loads; ours comes before or after it. */
class JacocoTest {
    @TempDir
    private static Path folder;

    private static final Map<OtherAgents.Order, FinishedJvm> JVMS = new EnumMap<>(OtherAgents.Order.class);

    private static Path coverage(OtherAgents.Order order) {
        return folder.resolve(order + ".exec");
    }

    private static FinishedJvm jvm(OtherAgents.Order order) {
        return JVMS.computeIfAbsent(
                order,
                o -> o.with(OtherAgents.fetched("jacocoagent.jar") + "=includes=measured.*,destfile=" + coverage(o))
                        .classPath(Fixtures.compile("measured"))
                        .run("measured.Main")
                        .expectSuccess());
    }

    @ParameterizedTest
    @EnumSource
    void objects_of_a_measured_class_are_patched(OtherAgents.Order order) {
        FinishedJvm jvm = jvm(order);
        assertEquals("true true", jvm.fact("slot and probes"), "both agents changed the class");
        assertEquals("SQUAWK, <good night>, <goodbye>", jvm.fact("patched"));
        assertEquals("hello, goodbye", jvm.fact("other"));
        assertEquals("hello, good night", jvm.fact("restored"));
    }

    @ParameterizedTest
    @EnumSource
    void their_patches_travel(OtherAgents.Order order) {
        assertEquals("SQUAWK", jvm(order).fact("read"));
    }

    @ParameterizedTest
    @EnumSource
    void objects_of_the_JDK_are_patched(OtherAgents.Order order) {
        assertEquals("42 1", jvm(order).fact("list"));
        assertEquals("done 1", jvm(order).fact("pool"));
    }

    @ParameterizedTest
    @EnumSource
    void coverage_is_written_without_a_complaint(OtherAgents.Order order) throws IOException {
        FinishedJvm jvm = jvm(order);
        String written = Files.readString(coverage(order), StandardCharsets.ISO_8859_1);
        assertTrue(written.contains("measured/Turkey"), jvm::toString);
        assertEquals("", jvm.err());
    }

    @ParameterizedTest
    @EnumSource
    void the_default_serialVersionUID_is_that_without_JaCoCo(OtherAgents.Order order) {
        FinishedJvm withoutJacoco = ForkedJvm.withAgent()
                .classPath(Fixtures.compile("measured"))
                .run("measured.Main")
                .expectSuccess();
        assertEquals(withoutJacoco.fact("uid"), jvm(order).fact("uid"));
    }
}
