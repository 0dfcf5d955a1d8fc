package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.Patch;
import dev.instancepatch.PatchScope;
import dev.instancepatch.PatchTarget;
import dev.instancepatch.it.Refused;
import org.junit.jupiter.api.Test;

/** Closing a scope puts back what was in force before. */
class ScopesTest {
    static class Turkey {
        String hi() {
            return "hello";
        }

        String bye() {
            return "goodbye";
        }

        String hi(String who) {
            return "hello " + who;
        }
    }

    private final Turkey turkey = new Turkey();
    private final Turkey other = new Turkey();

    @Test
    void patches_of_several_objects_last_as_long_as_the_scope() {
        try (var patches = Patch.scope()) {
            patches.on(turkey).method("hi", self -> "scoped").method("bye", self -> "scoped");
            patches.on(other).method("hi", self -> "scoped too");
            assertEquals("scoped", turkey.hi());
            assertEquals("scoped", turkey.bye());
            assertEquals("scoped too", other.hi());
        }
        assertEquals("hello", turkey.hi());
        assertEquals("goodbye", turkey.bye());
        assertEquals("hello", other.hi());
        assertFalse(Patch.isPatched(turkey));
    }

    @Test
    void the_patch_that_was_in_force_before_comes_back() {
        Patch.on(turkey).because("before").method("hi", self -> "before");
        try (var patches = Patch.scope()) {
            patches.on(turkey).method("hi", self -> "scoped");
            assertEquals("scoped", turkey.hi());
        }
        assertEquals("before", turkey.hi());
        assertEquals("before", Patch.on(turkey).patches().get(0).reason().orElseThrow());
    }

    @Test
    void several_patches_of_one_method_are_undone_together() {
        Patch.on(turkey).method("hi", self -> "before");
        try (var patches = Patch.scope()) {
            patches.on(turkey).method("hi", self -> "one");
            patches.on(turkey).method("hi", self -> "two");
            patches.on(turkey).method("hi", self -> "three");
            assertEquals("three", turkey.hi());
        }
        assertEquals("before", turkey.hi());
    }

    @Test
    void what_somebody_else_patched_since_stays() {
        try (var patches = Patch.scope()) {
            patches.on(turkey).method("hi", self -> "scoped").method("bye", self -> "scoped");
            Patch.on(turkey).method("hi", self -> "somebody else's");
        }
        assertEquals("somebody else's", turkey.hi());
        assertEquals("goodbye", turkey.bye());
    }

    @Test
    void what_somebody_else_restored_since_stays_restored() {
        Patch.on(turkey).method("hi", self -> "before");
        try (var patches = Patch.scope()) {
            patches.on(turkey).method("hi", self -> "scoped");
            Patch.on(turkey).restore("hi");
        }
        assertEquals("hello", turkey.hi());
    }

    @Test
    void what_somebody_else_patched_between_two_patches_of_ours_comes_back() {
        try (var patches = Patch.scope()) {
            patches.on(turkey).method("hi", self -> "one");
            Patch.on(turkey).method("hi", self -> "somebody else's");
            patches.on(turkey).method("hi", self -> "two");
        }
        assertEquals("somebody else's", turkey.hi());
    }

    @Test
    void patches_made_outside_of_the_scope_stay() {
        try (var patches = Patch.scope()) {
            patches.on(turkey).method("hi", self -> "scoped");
            Patch.on(turkey).method("bye", self -> "stays");
            Patch.on(other).method("hi", self -> "stays");
        }
        assertEquals("hello", turkey.hi());
        assertEquals("stays", turkey.bye());
        assertEquals("stays", other.hi());
    }

    @Test
    void scopes_nest() {
        try (var outer = Patch.scope()) {
            outer.on(turkey).method("hi", self -> "outer");
            try (var inner = Patch.scope()) {
                inner.on(turkey).method("hi", self -> "inner");
                assertEquals("inner", turkey.hi());
            }
            assertEquals("outer", turkey.hi());
        }
        assertEquals("hello", turkey.hi());
    }

    @Test
    void every_way_to_patch_is_scoped() {
        try (var patches = Patch.scope()) {
            patches.on(turkey).overload("hi", String.class).method((self, who) -> "scoped " + who);
            patches.on(turkey).local().because("why").around("hi", (original, self) -> "<" + original.call() + ">");
            patches.on(turkey).intercept("bye", call -> "scoped");
            assertEquals("scoped you", turkey.hi("you"));
            assertEquals("<hello>", turkey.hi());
            assertEquals("scoped", turkey.bye());
        }
        assertFalse(Patch.isPatched(turkey));
    }

    @Test
    void a_scope_ends_with_an_exception_too() {
        assertThrows(IllegalStateException.class, () -> {
            try (var patches = Patch.scope()) {
                patches.on(turkey).method("hi", self -> "scoped");
                throw new IllegalStateException();
            }
        });
        assertEquals("hello", turkey.hi());
    }

    @Test
    void a_closed_scope_refuses() {
        PatchScope scope = Patch.scope();
        PatchTarget<Turkey> target = scope.on(turkey);
        scope.close();
        Refused.with(Code.SCOPE_CLOSED, () -> scope.on(turkey));
        Refused.with(Code.SCOPE_CLOSED, () -> target.method("hi", self -> "late"));
        assertEquals("hello", turkey.hi());
    }

    @Test
    void closing_twice_does_nothing() {
        PatchScope scope = Patch.scope();
        scope.on(turkey).method("hi", self -> "scoped");
        scope.close();
        Patch.on(turkey).method("hi", self -> "later");
        scope.close();
        assertEquals("later", turkey.hi());
        assertTrue(Patch.isPatched(turkey));
    }

    @Test
    void a_scope_refuses_what_cannot_be_patched() {
        try (var patches = Patch.scope()) {
            Refused.with(Code.NULL_ARGUMENT, () -> patches.on(null));
            Refused.with(Code.UNPATCHABLE_OBJECT, () -> patches.on("text"));
        }
    }
}
