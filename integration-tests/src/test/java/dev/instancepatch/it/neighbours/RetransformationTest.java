package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another agent retransforms a patched class, a debugger redefines it: the patches stay. */
class RetransformationTest {
    private static final String PATCHED = "SQUAWK, <hello you>, goodbye at 3";
    private static final String OWN = "hello, hello you, goodbye at 3";

    private static final Map<OtherAgents.Order, FinishedJvm> JVMS = new EnumMap<>(OtherAgents.Order.class);

    private static FinishedJvm jvm(OtherAgents.Order order) {
        return JVMS.computeIfAbsent(
                order,
                o -> o.with(OtherAgents.second())
                        .classPath(Fixtures.compile(
                                "retransformed", List.of("-parameters"), Fixtures.compile("second-agent")))
                        .run("retransformed.Main")
                        .expectSuccess());
    }

    @ParameterizedTest
    @EnumSource
    void a_retransformation_by_another_agent_keeps_the_patches(OtherAgents.Order order) {
        assertEquals(PATCHED, jvm(order).fact("retransformed"));
        assertEquals(OWN, jvm(order).fact("other retransformed"));
    }

    @ParameterizedTest
    @EnumSource
    void a_redefinition_with_the_original_class_file_keeps_the_patches(OtherAgents.Order order) {
        assertEquals(PATCHED, jvm(order).fact("redefined"));
        assertEquals(OWN, jvm(order).fact("other redefined"));
    }

    @ParameterizedTest
    @EnumSource
    void an_edited_body_is_what_original_runs(OtherAgents.Order order) {
        assertEquals("SQUAWK, <HELLO you>, goodbye at 3", jvm(order).fact("edited"));
        assertEquals("HELLO, HELLO you, goodbye at 3", jvm(order).fact("other edited"));
    }

    @ParameterizedTest
    @EnumSource
    void a_body_that_another_agent_changed_is_what_original_runs(OtherAgents.Order order) {
        assertEquals("SQUAWK, <HELLO you>, goodbye at 3", jvm(order).fact("changed"));
        assertEquals("HELLO, HELLO you, goodbye at 3", jvm(order).fact("other changed"));
    }

    @ParameterizedTest
    @EnumSource
    void the_class_keeps_its_one_slot(OtherAgents.Order order) {
        assertEquals("private transient volatile", jvm(order).fact("slot"));
    }

    @ParameterizedTest
    @EnumSource
    void a_method_is_patched_for_the_first_time_afterwards(OtherAgents.Order order) {
        assertEquals("patched later, goodbye at 3, SQUAWK", jvm(order).fact("patched later"));
    }

    @ParameterizedTest
    @EnumSource
    void parameter_names_stay(OtherAgents.Order order) {
        assertEquals("visitor times", jvm(order).fact("parameters"));
        assertEquals("visitor times", jvm(order).fact("parameters after one more patch"));
    }

    @ParameterizedTest
    @EnumSource
    void the_default_serialVersionUID_stays_and_the_patch_travels(OtherAgents.Order order) {
        assertEquals("true", jvm(order).fact("same serialVersionUID"));
        assertEquals("SQUAWK", jvm(order).fact("read"));
    }

    @ParameterizedTest
    @EnumSource
    void restore_returns_to_the_body_that_is_there_now(OtherAgents.Order order) {
        assertEquals("HELLO, HELLO you, goodbye at 3", jvm(order).fact("restored"));
    }

    @ParameterizedTest
    @EnumSource
    void the_patches_of_a_JDK_class_stay_too(OtherAgents.Order order) {
        assertEquals("42 1", jvm(order).fact("list retransformed"));
        assertEquals("42 1", jvm(order).fact("list redefined"));
        assertEquals("1 42", jvm(order).fact("list patched later"));
        assertEquals("1", jvm(order).fact("list restored"));
    }

    @ParameterizedTest
    @EnumSource
    void a_class_that_was_redefined_before_its_first_patch_is_patched(OtherAgents.Order order) {
        assertEquals("SQUAWK hello", jvm(order).fact("patched after all"));
    }
}
