package dev.instancepatch.it.serialization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A store that outlives a deployment: what it holds was written by a version of the application whose function was another. */
class StoresTest {
    private static Journey store;

    @BeforeAll
    static void write() {
        store = Journey.begin();
        store.send("senders.Article");
    }

    private static FinishedJvm read(ForkedJvm jvm, String version) {
        Path senders = Fixtures.compile(version, Journey.farm(), Journey.harness());
        return jvm.classPath(senders, Journey.receivers(), Journey.farm(), Journey.harness())
                .run("receivers.Language", store.folder())
                .expectSuccess();
    }

    private static List<String> warnings(FinishedJvm jvm) {
        return jvm.err().lines().filter(line -> line.contains("refused=strip")).toList();
    }

    @Test
    void the_same_version_patches_what_it_reads() {
        FinishedJvm reader = read(ForkedJvm.withAgent("refused=strip"), "senders");
        assertEquals("SQUAWK", reader.fact("article"));
        assertEquals("", reader.err());
    }

    @Test
    void a_version_whose_lines_moved_patches_what_it_reads() {
        FinishedJvm reader = read(ForkedJvm.withAgent("refused=strip"), "senders-shifted");
        assertEquals("SQUAWK", reader.fact("article"));
        assertEquals("", reader.err());
    }

    @Test
    void a_version_with_another_function_refuses_what_it_reads() {
        String said =
                read(ForkedJvm.withAgent("trust=local"), "senders-changed").fact("article");
        assertTrue(said.startsWith("dev.instancepatch.RefusedPatchException: [code-not-trusted] "), said);
    }

    @Test
    void a_version_with_another_function_reads_unpatched_objects_where_refused_patches_are_stripped() {
        FinishedJvm reader = read(ForkedJvm.withAgent("refused=strip"), "senders-changed");
        assertEquals("hello", reader.fact("article"));
        assertEquals(1, warnings(reader).size(), reader::err);
        String warning = warnings(reader).get(0);
        assertTrue(warning.contains("[code-not-trusted]") && warning.contains("farm.Turkey.hi"), warning);
    }

    @Test
    void refused_patches_can_be_stripped_by_a_property_and_by_the_environment() {
        ForkedJvm property = ForkedJvm.withAgent().jvmArgument("-Dinstancepatch.refused=strip");
        ForkedJvm environment = ForkedJvm.withAgent().environment("INSTANCE_PATCH_OPTIONS", "refused=strip");
        for (ForkedJvm jvm : List.of(property, environment)) {
            assertEquals("hello", read(jvm, "senders-changed").fact("article"));
        }
    }

    @Test
    void an_unknown_way_to_refuse_is_a_warning_that_names_it_and_the_default_holds() {
        FinishedJvm reader = read(ForkedJvm.withAgent("refused=sometimes"), "senders-changed");
        assertTrue(reader.err().contains("refused=sometimes"), reader::err);
        assertTrue(reader.fact("article").contains("[code-not-trusted]"), reader::toString);
    }
}
