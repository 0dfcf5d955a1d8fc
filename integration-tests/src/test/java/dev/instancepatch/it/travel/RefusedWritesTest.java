package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What cannot travel is refused while it is written, by name, with a way out; never dropped. */
class RefusedWritesTest {
    private static final String NOT_CAPTURABLE = "dev.instancepatch.PatchException: [not-capturable] ";
    private static final String NOT_CARRIED = "dev.instancepatch.PatchException: [not-carried] ";

    private static FinishedJvm sent;

    @BeforeAll
    static void send() {
        sent = Journey.begin().send("senders.Refusals");
    }

    private static DynamicTest refused(String name, String begin, String... parts) {
        return DynamicTest.dynamicTest(name, () -> {
            String said = sent.fact(name);
            assertTrue(said.startsWith(begin), said);
            for (String part : parts) {
                assertTrue(said.contains(part), () -> "\"" + part + "\" is missing in: " + said);
            }
            assertTrue(said.contains("local()"), () -> "the way out is missing in: " + said);
        });
    }

    private static DynamicTest written(String name) {
        return DynamicTest.dynamicTest(name, () -> assertTrue(sent.fact(name).matches("\\d+"), sent.fact(name)));
    }

    @TestFactory
    Stream<DynamicTest> a_captured_value_that_is_not_Serializable_is_refused_with_its_path() {
        return Stream.of(
                refused(
                        "not-serializable",
                        NOT_CAPTURABLE,
                        "farm.Turkey.hi",
                        "farm.Parts$Plain is not Serializable",
                        "captured argument 1 (farm.Parts$Plain)"),
                refused(
                        "deep-not-serializable",
                        NOT_CAPTURABLE,
                        "farm.Turkey.hi",
                        "farm.Parts$Plain is not Serializable",
                        "captured argument 2 (farm.Parts$Holder)"),
                refused("list-that-throws", NOT_CAPTURABLE, "farm.Turkey.hi", "java.lang.Object", "farm.Lazy"));
    }

    @Test
    void the_path_to_what_is_not_Serializable_leads_all_the_way() {
        assertTrue(sent.fact("deep-not-serializable").contains("held"), sent.fact("deep-not-serializable"));
    }

    @TestFactory
    Stream<DynamicTest> a_refusal_names_the_patched_method() {
        return Stream.of("captured-this", "static-field-read")
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertTrue(sent.fact(name).contains("farm.Turkey.hi"), sent.fact(name))));
    }

    @TestFactory
    Stream<DynamicTest> a_function_that_captures_the_this_that_wrote_it_is_refused() {
        return Stream.of(
                refused("captured-this", NOT_CAPTURABLE, "captures this", "senders.Refusals"),
                refused("captured-this-by-method", NOT_CAPTURABLE, "captures this", "senders.Refusals"),
                written("constant-field-of-this"));
    }

    @TestFactory
    Stream<DynamicTest> variable_static_fields_are_refused() {
        return Stream.of(
                refused("static-field-read", NOT_CAPTURABLE, "static field senders.Refusals.mutable"),
                refused("static-field-written", NOT_CAPTURABLE, "static field senders.Refusals.mutable"),
                refused("static-field-in-helper", NOT_CAPTURABLE, "static field senders.Refusals.mutable"));
    }

    @TestFactory
    Stream<DynamicTest> objects_without_a_place_for_patches_are_refused() {
        return Stream.of(
                refused("enum", NOT_CARRIED, "farm.Parts$Colour", "enums=carry", "Patched: shade()"),
                refused("enum-in-a-graph", NOT_CARRIED, "At farm.Parts$Holder → held[1]. Patched: shade()"),
                refused("external-in-protocol-1", NOT_CARRIED, "farm.Parts$External", "protocol version 1"),
                refused("replaced-in-a-chain", NOT_CARRIED, "farm.Cached", "in a chain", "Patched: hi()"),
                refused("replaced-by-what-was-written", NOT_CARRIED, "farm.Turkey", "written before"));
    }

    @TestFactory
    Stream<DynamicTest> streams_without_a_place_for_patches_are_refused() {
        return Stream.of(
                refused("replacing-stream", NOT_CARRIED, "farm.Turkey", "java.lang.String"),
                refused("stream-with-own-descriptors", NOT_CARRIED, "senders.Refusals$DescribingStream"));
    }

    @TestFactory
    Stream<DynamicTest> what_carries_no_patch_is_written_as_ever() {
        return Stream.of(
                written("other constant"),
                written("restored-record"),
                written("locally-patched-record"),
                written("replacing-stream-of-unpatched"));
    }

    @Test
    void an_object_that_is_not_Serializable_fails_as_ever() {
        String said = sent.fact("not-serializable-object");
        assertTrue(said.equals("java.io.NotSerializableException: farm.Parts$Plain"), said);
    }
}
