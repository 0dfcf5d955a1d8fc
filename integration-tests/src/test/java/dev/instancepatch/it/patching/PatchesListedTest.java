package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.Origin;
import dev.instancepatch.Patch;
import dev.instancepatch.PatchedMethod;
import dev.instancepatch.Replacement0;
import dev.instancepatch.it.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What whoever finds a patched object can ask it. */
class PatchesListedTest {
    static class Turkey {
        String hi() {
            return "hello";
        }

        String bye() {
            return "goodbye";
        }
    }

    private final Turkey turkey = new Turkey();

    private PatchedMethod onlyPatch() {
        List<PatchedMethod> patches = Patch.on(turkey).patches();
        assertEquals(1, patches.size());
        return patches.get(0);
    }

    @Test
    void an_unpatched_object_lists_none() {
        assertEquals(List.of(), Patch.on(turkey).patches());
    }

    @Test
    void a_patch_names_its_method() throws Exception {
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        assertEquals(Turkey.class.getDeclaredMethod("hi"), onlyPatch().method());
    }

    @Test
    void a_patch_holds_its_function() {
        Replacement0<Turkey, String> function = self -> "SQUAWK";
        Patch.on(turkey).method("hi", function);
        assertSame(function, onlyPatch().function());
    }

    @Test
    void a_patch_made_here_is_local_code_without_a_key() {
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        assertEquals(Origin.LOCAL, onlyPatch().origin());
        assertEquals(Optional.empty(), onlyPatch().keyId());
        assertFalse(onlyPatch().local());
    }

    @Test
    void a_patch_knows_since_when() {
        Instant before = Instant.now();
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        Instant since = onlyPatch().since();
        assertFalse(since.isBefore(before), since + " is before " + before);
        assertFalse(since.isAfter(Instant.now()));
    }

    @Test
    void because_gives_a_reason_to_what_is_patched_through_it_only() {
        Patch.on(turkey).because("ticket 7").method("hi", self -> "SQUAWK");
        Patch.on(turkey).method("bye", self -> "SQUAWK");
        assertEquals(
                List.of(Optional.of("ticket 7"), Optional.empty()),
                Patch.on(turkey).patches().stream().map(PatchedMethod::reason).toList());
    }

    @Test
    void local_marks_what_is_patched_through_it_only() {
        Patch.on(turkey).local().method("hi", self -> "SQUAWK");
        Patch.on(turkey).method("bye", self -> "SQUAWK");
        assertEquals(
                List.of(true, false),
                Patch.on(turkey).patches().stream().map(PatchedMethod::local).toList());
    }

    @Test
    void because_and_local_go_together_in_any_order() {
        Patch.on(turkey).local().because("a").method("hi", self -> "SQUAWK");
        Patch.on(turkey).because("b").local().method("bye", self -> "SQUAWK");
        for (PatchedMethod patch : Patch.on(turkey).patches()) {
            assertTrue(patch.local());
            assertTrue(patch.reason().isPresent());
        }
    }

    @Test
    void patches_are_listed_oldest_first() {
        Patch.on(turkey).method("hi", self -> "1").method("bye", self -> "2");
        assertEquals(
                List.of("hi", "bye"),
                Patch.on(turkey).patches().stream()
                        .map(p -> p.method().getName())
                        .toList());
        Patch.on(turkey).method("hi", self -> "3");
        assertEquals(
                List.of("bye", "hi"),
                Patch.on(turkey).patches().stream()
                        .map(p -> p.method().getName())
                        .toList());
    }

    @Test
    void the_list_is_a_snapshot_that_cannot_be_changed() {
        Patch.on(turkey).method("hi", self -> "1");
        List<PatchedMethod> before = Patch.on(turkey).patches();
        Patch.on(turkey).restoreAll();
        assertEquals(1, before.size());
        assertThrows(UnsupportedOperationException.class, before::clear);
    }

    @Test
    void the_code_hash_depends_on_the_code_and_not_on_captured_values() {
        Turkey other = new Turkey();
        for (Turkey each : List.of(turkey, other)) {
            String captured = each == turkey ? "one" : "two";
            Patch.on(each).method("hi", self -> captured);
        }
        String hash = onlyPatch().codeHash();
        assertTrue(hash.matches("sha256:[0-9a-f]{64}"), hash);
        assertEquals(hash, Patch.on(other).patches().get(0).codeHash());
        Patch.on(other).method("hi", self -> "other code");
        assertNotEquals(hash, Patch.on(other).patches().get(0).codeHash());
    }

    @Test
    void the_code_hash_of_a_lambda_names_its_algorithm() {
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        assertTrue(onlyPatch().codeHash().startsWith("sha256:"), onlyPatch().codeHash());
    }

    @Test
    void a_function_that_is_a_class_of_its_own_has_no_code_hash() {
        Patch.on(turkey).method("hi", new Replacement0<Turkey, String>() {
            @Override
            public String apply(Turkey self) {
                return "SQUAWK";
            }
        });
        assertEquals("none", onlyPatch().codeHash());
    }

    @Test
    void a_reason_of_ten_thousand_characters_is_the_longest() {
        String longest = "x".repeat(10_000);
        Patch.on(turkey).because(longest).method("hi", self -> "SQUAWK");
        assertEquals(Optional.of(longest), onlyPatch().reason());
        Refused.with(Code.WRONG_ARGUMENT, () -> Patch.on(turkey).because(longest + "x"), "10001");
    }
}
