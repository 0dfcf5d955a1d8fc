package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import dev.instancepatch.PatchScope;
import dev.instancepatch.PatchedMethod;
import dev.instancepatch.Replacement0;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many objects, patched with one function in one moment, are as independent as if each had been patched alone. */
class OneFunctionForManyTest {
    static class Hen {
        String hi() {
            return "hello";
        }

        String bye() {
            return "goodbye";
        }
    }

    private static final int MANY = 1_000; // patched within a few milliseconds, so that many share a table

    private static final Replacement0<Hen, String> SQUAWK = self -> "SQUAWK";

    private final List<Hen> hens = Stream.generate(Hen::new).limit(MANY).toList();

    private void patchAll() {
        hens.forEach(hen -> Patch.on(hen).method("hi", SQUAWK));
    }

    private static String said(List<Hen> hens) {
        return hens.stream().map(Hen::hi).distinct().collect(Collectors.joining(" "));
    }

    private List<Hen> even() {
        return every(0);
    }

    private List<Hen> odd() {
        return every(1);
    }

    private List<Hen> every(int from) {
        List<Hen> some = new ArrayList<>();
        for (int i = from; i < MANY; i += 2) {
            some.add(hens.get(i));
        }
        return some;
    }

    @Test
    void restoring_some_leaves_the_others() {
        patchAll();
        assertEquals("SQUAWK", said(hens));
        even().forEach(hen -> Patch.on(hen).restore("hi"));
        assertEquals("hello", said(even()));
        assertEquals("SQUAWK", said(odd()));
        assertFalse(Patch.isPatched(hens.get(0)));
        assertTrue(Patch.isPatched(hens.get(1)));
    }

    @Test
    void another_function_and_another_method_are_for_their_object_only() {
        patchAll();
        even().forEach(hen -> Patch.on(hen).method("hi", self -> "moo").method("bye", self -> "later"));
        assertEquals("moo", said(even()));
        assertEquals("SQUAWK", said(odd()));
        assertEquals("later goodbye", hens.get(0).bye() + " " + hens.get(1).bye());
    }

    @Test
    void a_scope_undoes_its_own_patches_only() {
        even().forEach(hen -> Patch.on(hen).method("hi", SQUAWK));
        try (PatchScope scope = Patch.scope()) {
            odd().forEach(hen -> scope.on(hen).method("hi", SQUAWK));
            assertEquals("SQUAWK", said(hens));
        }
        assertEquals("SQUAWK", said(even()));
        assertEquals("hello", said(odd()));
    }

    @Test
    void a_patch_made_after_a_scope_s_with_the_same_function_outlives_the_scope() {
        for (Hen hen : hens) {
            try (PatchScope scope = Patch.scope()) {
                scope.on(hen).method("hi", SQUAWK);
                Patch.on(hen).method("hi", SQUAWK);
            }
        }
        assertEquals("SQUAWK", said(hens));
    }

    @Test
    void a_scope_returns_to_the_patch_with_the_same_function_before_it() {
        for (Hen hen : hens) {
            Patch.on(hen).because("before").method("hi", SQUAWK);
            try (PatchScope scope = Patch.scope()) {
                scope.on(hen).because("within").method("hi", SQUAWK);
            }
        }
        assertEquals("SQUAWK", said(hens));
        assertEquals("before", patchOf(hens.get(0)).reason().orElseThrow());
    }

    @Test
    void what_is_said_of_a_patch_is_its_own() {
        for (int i = 0; i < MANY; i++) {
            boolean local = i % 3 == 0;
            var target = Patch.on(hens.get(i)).because("number " + i % 7);
            (local ? target.local() : target).method("hi", SQUAWK);
        }
        for (int i = 0; i < MANY; i++) {
            PatchedMethod patch = patchOf(hens.get(i));
            assertEquals("number " + i % 7, patch.reason().orElseThrow());
            assertEquals(i % 3 == 0, patch.local());
        }
    }

    @Test
    void the_time_of_a_patch_is_right_to_the_millisecond() {
        for (Hen hen : hens) {
            Instant before = Instant.now();
            Patch.on(hen).method("hi", SQUAWK);
            Instant since = patchOf(hen).since();
            assertFalse(since.isBefore(before.minusMillis(1)), before + ", " + since);
            assertFalse(since.isAfter(Instant.now()));
        }
    }

    private static PatchedMethod patchOf(Hen hen) {
        List<PatchedMethod> patches = Patch.on(hen).patches();
        assertEquals(1, patches.size());
        return patches.get(0);
    }
}
