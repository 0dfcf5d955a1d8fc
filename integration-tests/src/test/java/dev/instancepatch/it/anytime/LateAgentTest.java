package dev.instancepatch.it.anytime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The agent attaches itself to a JVM that runs: objects and classes of before are patched like all others. */
class LateAgentTest {
    private static FinishedJvm jvm;

    @BeforeAll
    static void run() {
        jvm = ForkedJvm.plain()
                .jvmArgument("-XX:+EnableDynamicAgentLoading")
                .jvmArgument("-Dinstancepatch.wire-targets=java.lang.Object:java.util.ArrayList")
                .classPath(Fixtures.compile("anytime"), Jars.agent())
                .run("anytime.Late")
                .expectSuccess();
    }

    private static final String PATCHED = "SQUAWK, <hello you>, no secret, X, 7, true, welcome, a turkey";

    @Test
    void every_kind_of_method_of_an_older_object_is_patched() {
        assertEquals(PATCHED, jvm.fact("patched"));
    }

    @Test
    void other_objects_of_the_class_are_not() {
        assertEquals("hello, hello you, secret, , 6, true, thank you, its own string", jvm.fact("other"));
    }

    @Test
    void an_older_subclass_s_own_and_inherited_methods_are_patched() {
        assertEquals("patched hen, -5, cluck", jvm.fact("hen"));
        assertEquals("hen, hello, 10, cluck", jvm.fact("other hen"));
    }

    @Test
    void an_older_record_list_and_enum_constant_are_patched() {
        assertEquals("42, 3", jvm.fact("point"));
        assertEquals("7, 1", jvm.fact("list"));
        assertEquals("dark, light", jvm.fact("colours"));
    }

    @Test
    void a_clone_of_an_older_object_carries_its_patches() {
        assertEquals(PATCHED, jvm.fact("clone"));
    }

    @Test
    void the_patches_of_an_older_object_are_listed() {
        assertEquals("8", jvm.fact("count"));
    }

    @Test
    void a_scope_works_on_an_older_object() {
        assertEquals("scoped", jvm.fact("in scope"));
        assertEquals("SQUAWK", jvm.fact("after scope"));
    }

    @Test
    void classes_loaded_after_the_agent_are_patched_below_older_ones() {
        assertEquals("fresh, hello", jvm.fact("a class loaded after the agent"));
        assertEquals("hen, hello", jvm.fact("a subclass object of before"));
    }

    @Test
    void a_stream_carries_the_patches_of_older_objects() {
        assertEquals(PATCHED, jvm.fact("read"));
        assertEquals("patched hen, -5, cluck", jvm.fact("read hen"));
        assertEquals("7", jvm.fact("read list"));
    }

    @Test
    void restore_returns_an_older_object_to_its_class() {
        assertEquals("hello, no secret", jvm.fact("restored"));
        assertEquals("hello, hello you, secret, , 6, true, thank you, its own string", jvm.fact("all restored"));
        assertEquals("false", jvm.fact("is patched"));
    }

    @Test
    void the_bytes_of_a_restored_object_are_those_written_before_the_agent_came() {
        assertEquals("true", jvm.fact("same bytes"));
    }

    @Test
    void nothing_is_printed_where_attaching_is_allowed() {
        assertEquals("", jvm.err());
    }
}
