package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent says on standard error: one line on demand when it has checked itself, one for each option it cannot follow. */
class SelfCheckTest {
    private static FinishedJvm run(ForkedJvm jvm) {
        return jvm.classPath(Fixtures.compile("no-agent")).run("noagent.Main").expectSuccess();
    }

    @Test
    void with_debug_one_line_says_that_the_self_check_passed() {
        FinishedJvm jvm = run(ForkedJvm.withAgent("debug=true"));
        assertEquals("SQUAWK", jvm.fact("said"));
        assertEquals(
                List.of("[instance-patch] self-check passed on Java " + Runtime.version()),
                jvm.err().lines().toList());
    }

    @Test
    void with_debug_a_JVM_that_patches_nothing_is_not_checked(@TempDir Path folder) {
        FinishedJvm jvm = ForkedJvm.withAgent("debug=true")
                .classPath(Fixtures.compile("plain"))
                .run("plain.Write", folder)
                .expectSuccess();
        assertEquals("", jvm.err());
    }

    private static FinishedJvm spoiled(OtherAgents.Order order) {
        return order.with(OtherAgents.second() + "=dev/instancepatch/agent/SelfCheck$Probe")
                .classPath(Fixtures.compile("retransformed", List.of("-parameters"), Fixtures.compile("second-agent")))
                .run("retransformed.Twice")
                .expectSuccess();
    }

    @ParameterizedTest
    @EnumSource
    void an_agent_that_fails_its_self_check_refuses_every_patch_and_the_application_runs(OtherAgents.Order order) {
        FinishedJvm jvm = spoiled(order);
        for (String attempt : List.of("first", "second")) {
            String refused = jvm.fact(attempt);
            assertTrue(refused.startsWith("NO_AGENT [no-agent] "), refused);
            assertTrue(refused.contains("self-check"), refused);
        }
        assertEquals("hello", jvm.fact("said"));
    }

    @ParameterizedTest
    @EnumSource
    void an_agent_that_fails_its_self_check_warns_once_that_it_is_switched_off(OtherAgents.Order order) {
        FinishedJvm jvm = spoiled(order);
        assertEquals(
                1,
                jvm.err()
                        .lines()
                        .filter(l -> l.startsWith("[instance-patch] switched off: "))
                        .count(),
                jvm::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inculde=noagent.*", "excldue=noagent.*"})
    void a_misspelt_option_is_named_once_with_those_that_are_known(String option) {
        FinishedJvm jvm = run(ForkedJvm.withAgent(option));
        assertEquals(1, jvm.err().lines().count(), jvm::toString);
        assertTrue(jvm.err().contains("\"" + option.substring(0, option.indexOf('=')) + "\""), jvm::toString);
        assertTrue(jvm.err().contains("include, exclude"), jvm::toString);
        assertEquals("SQUAWK", jvm.fact("said"));
    }

    /** Patterns end in .* or are a class's name: a star elsewhere matches nothing, ever. */
    @ParameterizedTest
    @ValueSource(strings = {"exclude=*.Main", "exclude=no*agent.Main", "include=*.Main"})
    void a_pattern_that_can_match_nothing_is_named_once(String option) {
        FinishedJvm jvm = run(ForkedJvm.withAgent(option));
        assertEquals(1, jvm.err().lines().count(), jvm::toString);
        assertTrue(jvm.err().contains(option.substring(option.indexOf('=') + 1)), jvm::toString);
    }
}
