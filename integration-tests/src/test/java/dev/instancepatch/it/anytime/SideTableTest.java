package dev.instancepatch.it.anytime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import org.junit.jupiter.api.Test;

/** Objects without a slot have their patches in a table that must neither keep them alive nor stand in the JVM's way. */
class SideTableTest {
    @Test
    void patched_objects_that_are_dropped_are_collected() {
        FinishedJvm jvm = ForkedJvm.withAgent()
                .jvmArgument("-Xmx24m")
                .classPath(Fixtures.compile("anytime"))
                .run("anytime.Dropped", 100_000)
                .expectSuccess();
        assertEquals("all collected", jvm.fact("lists"));
        assertEquals("all collected", jvm.fact("objects with a default method"));
        assertEquals("all collected", jvm.fact("subclasses of a JDK class"));
        assertEquals("all collected", jvm.fact("captured values"));
        assertEquals("0", jvm.fact("a fresh list"));
    }

    @Test
    void the_methods_that_the_JVM_itself_calls_are_woven_together_under_eight_threads() {
        FinishedJvm jvm = ForkedJvm.withAgent()
                .classPath(Fixtures.compile("anytime"))
                .run("anytime.Crowded")
                .expectSuccess();
        assertEquals("[]", jvm.fact("wrong"), jvm::toString);
        assertEquals("1bbfalsex", jvm.fact("afterwards"));
    }

    @Test
    void what_a_dropped_list_s_function_captured_is_collected_without_another_patch() {
        assertEquals("collected", unloaded().fact("captured value"));
    }

    @Test
    void the_loader_of_a_function_that_patched_a_list_and_was_called_is_collected() {
        assertEquals("collected", unloaded().fact("plugin"));
    }

    @Test
    void the_loader_of_a_class_that_was_patched_by_an_interface_s_method_is_collected() {
        assertEquals("collected", unloaded().fact("guest"));
    }

    @Test
    void the_loader_that_patched_first_of_all_is_collected() {
        FinishedJvm jvm = ForkedJvm.withAgent()
                .classPath(Fixtures.compile("anytime"))
                .run("anytime.Unloaded", "first")
                .expectSuccess();
        assertEquals("collected", jvm.fact("first"));
    }

    @Test
    void objects_of_ever_more_classes_are_told_apart_when_they_share_a_method() {
        FinishedJvm jvm = ForkedJvm.withAgent()
                .classPath(Fixtures.compile("anytime"))
                .run("anytime.Several")
                .expectSuccess();
        assertEquals("[]", jvm.fact("wrong"), jvm::toString);
        assertEquals("3502", jvm.fact("looked at"));
    }

    private static FinishedJvm unloaded() {
        return ForkedJvm.withAgent()
                .classPath(Fixtures.compile("anytime"))
                .run("anytime.Unloaded")
                .expectSuccess();
    }
}
