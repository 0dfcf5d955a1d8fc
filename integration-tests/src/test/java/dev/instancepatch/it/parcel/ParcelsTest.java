package dev.instancepatch.it.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import dev.instancepatch.it.Jdk;
import dev.instancepatch.it.Jdks;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a JVM that packs to others that lack its classes. */
class ParcelsTest {
    private static Path folder;
    private static FinishedJvm packed;

    @BeforeAll
    static void pack() {
        folder = Journey.begin().folder();
        packed = ForkedJvm.withAgent()
                .classPath(Fixtures.compile("parcel-packing", Journey.farm()), Journey.farm())
                .run("packing.Pack", folder)
                .expectSuccess();
    }

    private static ForkedJvm receiver(ForkedJvm jvm) {
        return jvm.classPath(Fixtures.compile("parcel-unpacking", Journey.farm()), Journey.farm());
    }

    private static FinishedJvm unpack(ForkedJvm jvm) {
        return receiver(jvm).run("unpacking.Unpack", folder).expectSuccess();
    }

    @Test
    void patches_travel_in_a_parcel() {
        FinishedJvm unpacked = unpack(ForkedJvm.withAgent("trust=all"));
        assertEquals("no", unpacked.fact("has the packer's class"));
        assertEquals("SQUAWK", unpacked.fact("article"));
        assertEquals("hello", unpacked.fact("unpatched"));
        assertEquals("SQUAWK, GOBBLETurkey, hello", unpacked.fact("flock"));
    }

    @Test
    void and_from_every_jdk_to_every_other() {
        for (Jdk writing : Jdks.all()) {
            Path there = Journey.begin().folder();
            ForkedJvm.withAgent()
                    .jdk(writing)
                    .classPath(Fixtures.compile("parcel-packing", Journey.farm()), Journey.farm())
                    .run("packing.Pack", there)
                    .expectSuccess();
            for (Jdk reading : Jdks.all()) {
                FinishedJvm unpacked = receiver(ForkedJvm.withAgent("trust=all").jdk(reading))
                        .run("unpacking.Unpack", there)
                        .expectSuccess();
                assertEquals("SQUAWK, GOBBLETurkey, hello", unpacked.fact("flock"), unpacked::toString);
            }
        }
    }

    @Test
    void the_article_s_turkey_takes_524_bytes_at_most() {
        int parcel = Integer.parseInt(packed.fact("article"));
        int stream = Integer.parseInt(packed.fact("stream"));
        System.out.println("The article's turkey: " + parcel + " bytes in a parcel, " + stream
                + " in a stream (cloudpickle: 524)");
        assertTrue(parcel <= 524, parcel + " bytes");
        assertTrue(stream <= 524, stream + " bytes");
        assertTrue(parcel < stream, parcel + " and " + stream);
    }

    @Test
    void a_report_names_what_a_parcel_holds() {
        String report = unpack(ForkedJvm.withAgent()).fact("inspect");
        assertTrue(report.contains("| root: java.util.ArrayList |"), report);
        assertTrue(report.contains("farm.Turkey, serialVersionUID "), report);
        assertTrue(report.contains(", objects 3 |"), report);
        assertTrue(report.contains("| code: 2 |"), report);
        assertTrue(report.contains(" as dev.instancepatch.Replacement0, written in packing.Pack, classes 1,"), report);
        assertTrue(report.contains("| patches: 2 |"), report);
        assertTrue(
                report.contains("farm.Turkey.hi()Ljava/lang/String;, by dev.instancepatch.Replacement0 sha256:"),
                report);
        assertTrue(report.contains(", because ticket 7"), report);
    }

    @Test
    void functions_and_whole_classes_travel_in_a_parcel_and_are_named() {
        FinishedJvm unpacked = unpack(ForkedJvm.withAgent("trust=all"));
        assertEquals("CLASS", unpacked.fact("class"));
        assertEquals("earned 42", unpacked.fact("function"));
        String report = unpacked.fact("inspect class");
        assertTrue(report.contains("| classes that travel: 1 |"), report);
        assertTrue(report.contains(": packing.Pack$1, packing.Pack, class files of Java 17, "), report);
        String function = unpacked.fact("inspect function");
        assertTrue(function.contains("| code: 1 |"), function);
        assertTrue(function.contains(" as dev.instancepatch.Task, written in packing.Pack, "), function);
    }

    @Test
    void code_from_elsewhere_is_refused_without_trust() {
        FinishedJvm unpacked = unpack(ForkedJvm.withAgent());
        assertTrue(unpacked.fact("article").contains("RefusedPatchException: [code-not-trusted] "), unpacked::toString);
        assertTrue(unpacked.fact("flock").contains("[code-not-trusted] "), unpacked::toString);
        assertEquals("hello", unpacked.fact("unpatched"));
    }

    @Test
    void with_the_runtime_alone_unpatched_graphs_are_unpacked_and_patched_ones_refused() {
        FinishedJvm unpacked = unpack(ForkedJvm.plain().classPath(Jars.runtime()));
        assertEquals("hello", unpacked.fact("unpatched"));
        assertTrue(unpacked.fact("article").contains("RefusedPatchException: [no-agent] "), unpacked::toString);
        assertTrue(unpacked.fact("inspect").contains("| patches: 2 |"), unpacked::toString);
    }

    @Test
    void another_class_than_was_asked_for_is_refused_by_both_names() {
        String said = unpack(ForkedJvm.withAgent("trust=all")).fact("another class");
        assertTrue(said.contains("[unexpected-class] "), said);
        assertTrue(said.contains("farm.Turkey") && said.contains("java.util.Date"), said);
    }

    @Test
    void what_cannot_be_packed_is_refused_with_the_path() {
        assertEquals(
                "[not-serializable] The graph cannot be packed: java.lang.Object is not Serializable."
                        + " |   Path: packing.Pack$Pen → inside[1]"
                        + " |   Make its class Serializable, or the field that leads to it transient.",
                packed.fact("not-serializable"));
        assertTrue(packed.fact("captured-object").startsWith("[not-capturable] "), packed::toString);
    }

    @Test
    void several_follow_each_other_through_a_socket() {
        FinishedJvm unpacked = receiver(ForkedJvm.withAgent("trust=all"))
                .run("unpacking.Several", folder)
                .expectSuccess();
        assertEquals("SQUAWK", unpacked.fact("first"));
        assertEquals("null", unpacked.fact("second"));
        assertEquals("SQUAWK, GOBBLETurkey, hello", unpacked.fact("third"));
        assertEquals("the end", unpacked.fact("fourth"));
        assertEquals("7", unpacked.fact("rest"));
        assertTrue(unpacked.fact("end").startsWith("java.io.EOFException"), unpacked::toString);
    }

    @Test
    void a_limit_is_set_with_and_without_the_agent() {
        for (ForkedJvm jvm : List.of(
                ForkedJvm.withAgent("trust=all,max-bytes=100"),
                ForkedJvm.withAgent("trust=all").environment("INSTANCE_PATCH_OPTIONS", "max-bytes=100"),
                ForkedJvm.plain().classPath(Jars.runtime()).jvmArgument("-Dinstancepatch.max-bytes=100"),
                ForkedJvm.plain()
                        .classPath(Jars.runtime())
                        .environment("INSTANCE_PATCH_OPTIONS", "trust=all,max-bytes=100"))) {
            FinishedJvm unpacked = unpack(jvm);
            assertTrue(unpacked.fact("flock").contains("[parcel-too-large] "), unpacked::toString);
            assertTrue(unpacked.fact("flock").contains("100 at most"), unpacked::toString);
            assertEquals("hello", unpacked.fact("unpatched"), unpacked::toString);
        }
    }

    @Test
    void a_limit_that_is_none_is_a_warning() {
        FinishedJvm unpacked = unpack(ForkedJvm.withAgent("trust=all,max-bytes=64m"));
        assertTrue(unpacked.err().contains("max-bytes=64m"), unpacked::toString);
        assertEquals("SQUAWK", unpacked.fact("article"));
    }

    @Test
    void damage_and_forgery_end_in_an_exception_of_reading() {
        for (String trust : List.of("trust=all", "trust=local", "trust=all,refused=strip")) {
            FinishedJvm read = receiver(ForkedJvm.withAgent(trust))
                    .run("unpacking.Damage", folder)
                    .expectSuccess();
            assertTrue(Integer.parseInt(read.fact("inputs")) > 10_000, read::toString);
            List<String> ends = read.out().lines().toList();
            List<String> wrong = ends.stream()
                    .filter(l -> l.startsWith("damaged parcel, ") && !l.contains("RefusedPatchException")
                            || l.contains("inspected: other:")
                            || l.contains("unpacked: other:") && !l.contains(" at java.base/java.io."))
                    .toList();
            assertEquals(List.of(), wrong, read::out);
        }
    }
}
