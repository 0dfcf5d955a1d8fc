package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenTelemetry's agent has a boot class path, loaders of its own, and hundreds of transformed classes. */
class OpenTelemetryTest {
    /** One test, not one a promise: its agent takes seconds to start. */
    @ParameterizedTest
    @EnumSource
    void both_agents_do_their_work(OtherAgents.Order order) {
        FinishedJvm jvm = order.with(OtherAgents.fetched("opentelemetry-javaagent.jar"))
                .jvmArgument("-Dotel.traces.exporter=logging")
                .jvmArgument("-Dotel.metrics.exporter=none")
                .jvmArgument("-Dotel.logs.exporter=none")
                .jvmArgument("-Dotel.instrumentation.methods.include=measured.Turkey[hi,bye]")
                .classPath(Fixtures.compile("measured"))
                .run("measured.Main")
                .expectSuccess();
        assertEquals("SQUAWK, <good night>, <goodbye>", jvm.fact("patched"));
        assertEquals("hello, goodbye", jvm.fact("other"));
        assertEquals("SQUAWK", jvm.fact("read"));
        assertEquals("42 1", jvm.fact("list"));
        assertEquals("done 1", jvm.fact("pool"));
        assertEquals("hello, good night", jvm.fact("restored"));
        assertTrue(jvm.err().contains("Turkey.hi"), jvm::toString);
        assertTrue(
                jvm.err().lines().noneMatch(l -> l.contains("ERROR") || l.contains("[instance-patch]")), jvm::toString);
    }
}
