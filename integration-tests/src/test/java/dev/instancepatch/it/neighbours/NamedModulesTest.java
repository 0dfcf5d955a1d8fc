package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Named modules: objects of one that opens nothing, and modules that patch their own objects. */
class NamedModulesTest {
    private static FinishedJvm aroundClosed;

    @BeforeAll
    static void run() {
        Path closed = Fixtures.compile("closed-module");
        aroundClosed = ForkedJvm.withAgent()
                .jvmArgument("--module-path=" + closed)
                .jvmArgument("--add-modules=closed")
                .classPath(Fixtures.compile("around-closed", closed))
                .run("aroundclosed.Main")
                .expectSuccess();
    }

    @Test
    void objects_of_a_module_that_opens_nothing_are_patched_from_the_class_path() {
        assertEquals("own patched!, own name", aroundClosed.fact("exported"));
        assertEquals("module closed", aroundClosed.fact("named"));
    }

    @Test
    void objects_of_a_package_that_is_not_even_exported_are_patched_and_travel() {
        assertEquals("<SQUAWK brown>, cluck brown", aroundClosed.fact("concealed"));
        assertEquals("<SQUAWK brown>", aroundClosed.fact("read"));
    }

    @Test
    void the_module_stays_closed() {
        assertEquals("false", aroundClosed.fact("open"));
    }

    @Test
    void a_module_that_requires_the_runtime_patches_its_own_objects() {
        Path module =
                Fixtures.compile("patching-module", List.of("-p", Jars.runtime().toString()));
        FinishedJvm jvm = ForkedJvm.withAgent()
                .runModule(module + File.pathSeparator + Jars.runtime(), "patchingmodule/patchingmodule.Main")
                .expectSuccess();
        assertEquals("cluck patched, cluck", jvm.fact("said"));
        assertEquals("module dev.instancepatch", jvm.fact("library"));
    }

    private static FinishedJvm unrequired(ForkedJvm jvm) {
        Path module = Fixtures.compile("module-without-requires", List.of("--add-reads", "unrequired=ALL-UNNAMED"));
        return jvm.runModule(module.toString(), "unrequired/unrequired.Main").expectSuccess();
    }

    private static void assertPatchesItself(FinishedJvm jvm) {
        assertEquals("cluck patched, cluck", jvm.fact("said"));
        assertEquals("module unrequired", jvm.fact("module"));
        assertTrue(jvm.fact("library").startsWith("unnamed module"), jvm::toString);
    }

    @Test
    void a_module_that_reads_the_class_path_by_a_flag_patches_its_own_objects() {
        assertPatchesItself(unrequired(ForkedJvm.withAgent().jvmArgument("--add-reads=unrequired=ALL-UNNAMED")));
    }

    /** Whatever an agent transforms reads the class path (java.lang.instrument), and a slot is a transformation. */
    @Test
    void a_module_whose_classes_get_slots_patches_its_own_objects_without_the_flag() {
        assertPatchesItself(unrequired(ForkedJvm.withAgent()));
    }
}
