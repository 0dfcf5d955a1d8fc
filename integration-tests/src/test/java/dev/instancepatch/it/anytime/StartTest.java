package dev.instancepatch.it.anytime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a JVM loads that patches nothing, and reads and writes no objects: the agent, and none of its machinery. */
class StartTest {
    private static List<String> loaded;

    @BeforeAll
    static void start() {
        loaded = ForkedJvm.withAgent()
                .jvmArgument("-Xlog:class+load")
                .classPath(Fixtures.compile("hello"))
                .run("app.Hello")
                .expectSuccess()
                .out()
                .lines()
                .filter(line -> line.contains(" source: "))
                .toList();
    }

    private static List<String> loaded(String name) {
        return loaded.stream().filter(line -> line.contains(name)).toList();
    }

    @Test
    void the_log_shows_what_the_agent_loads() {
        assertTrue(loaded(" dev.instancepatch.agent.AgentMain ").size() == 1, loaded::toString);
    }

    @Test
    void no_library_inside_the_agent_is_loaded() {
        assertEquals(List.of(), loaded("dev.instancepatch.agent.shaded."));
    }

    @Test
    void the_door_stays_closed() {
        assertEquals(List.of(), loaded("dev.instancepatch.agent.door."));
        assertEquals(List.of(), loaded(" java.io.InstancePatchDoor "));
    }

    @Test
    void object_streams_are_not_loaded() {
        assertEquals(List.of(), loaded(" java.io.ObjectInputStream "));
        assertEquals(List.of(), loaded(" java.io.ObjectOutputStream "));
    }

    @Test
    void of_trust_and_of_the_wire_only_the_audit_is_loaded_which_is_to_miss_no_verdict() {
        assertEquals(1, loaded(" dev.instancepatch.trust.").size(), loaded::toString);
        assertEquals(1, loaded(" dev.instancepatch.trust.Audit ").size(), loaded::toString);
        assertEquals(List.of(), loaded(" dev.instancepatch.wire."));
    }

    @Test
    void what_is_woven_while_it_loads_runs_before_anything_is_patched() {
        FinishedJvm jvm = ForkedJvm.withAgent("weave=eager")
                .classPath(Fixtures.compile("anytime"))
                .run("anytime.Unpatched")
                .expectSuccess();
        assertEquals("tweet hello, thank you", jvm.fact("said"));
    }

    @Test
    void the_agent_links_no_lambda() {
        assertEquals(
                List.of(),
                loaded(" dev.instancepatch.").stream()
                        .filter(line -> line.contains("$$Lambda"))
                        .toList());
    }
}
