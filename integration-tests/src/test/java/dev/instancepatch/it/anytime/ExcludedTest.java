package dev.instancepatch.it.anytime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What exclude= names is left as it is, even where a subclass of it is patched. */
class ExcludedTest {
    @TempDir
    private Path folder;

    private void patchSheep(String options) {
        assertEquals(
                "SQUAWK",
                ForkedJvm.withAgent("dump=" + folder + options)
                        .classPath(Fixtures.compile("excluded"))
                        .run("app.Sheep")
                        .expectSuccess()
                        .fact("said"));
        assertTrue(Files.exists(folder.resolve("app/Sheep.class")), "the patched class is transformed");
    }

    @Test
    void an_excluded_Cloneable_superclass_is_not_transformed() {
        patchSheep(",exclude=excluded.*");
        assertFalse(Files.exists(folder.resolve("excluded")));
    }

    @Test
    void without_exclude_the_Cloneable_superclass_is_transformed() {
        patchSheep("");
        assertTrue(Files.exists(folder.resolve("excluded/Animal.class")));
    }

    @Test
    void preparing_an_excluded_class_is_refused_and_transforms_no_other() {
        String refused = ForkedJvm.withAgent("dump=" + folder + ",exclude=excluded.*,include=nothing.*")
                .classPath(Fixtures.compile("excluded"))
                .run("app.Preparing")
                .expectSuccess()
                .fact("refused");
        assertTrue(refused.startsWith("EXCLUDED_CLASS [excluded-class] excluded.Animal"), refused);
        assertFalse(Files.exists(folder.resolve("app")));
        assertFalse(Files.exists(folder.resolve("excluded")));
    }
}
