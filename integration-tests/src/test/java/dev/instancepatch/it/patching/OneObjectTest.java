package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.Patch;
import dev.instancepatch.PatchTarget;
import dev.instancepatch.Replacement0;
import dev.instancepatch.it.Refused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A patch belongs to one object, and goes away when it is restored. */
class OneObjectTest {
    static class Turkey implements Cloneable {
        String hi() {
            return "hello";
        }

        String hi(String who) {
            return "hello " + who;
        }

        String bye() {
            return "goodbye";
        }

        Turkey copy() throws CloneNotSupportedException {
            return (Turkey) clone();
        }
    }

    static class WildTurkey extends Turkey {}

    private final Turkey turkey = new Turkey();

    @Test
    void no_other_object_sees_the_patch() {
        Turkey before = new Turkey();
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        assertEquals("SQUAWK", turkey.hi());
        assertEquals("hello", before.hi());
        assertEquals("hello", new Turkey().hi());
        assertEquals("hello", new WildTurkey().hi());
    }

    @Test
    void no_other_method_of_the_object_sees_the_patch() {
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        assertEquals("goodbye", turkey.bye());
        assertEquals("hello you", turkey.hi("you"));
    }

    @Test
    void a_hundred_objects_have_a_hundred_patches() {
        List<Turkey> flock = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Turkey each = new Turkey();
            int number = i;
            Patch.on(each).method("hi", self -> "I am " + number);
            flock.add(each);
        }
        for (int i = 0; i < 100; i++) {
            assertEquals("I am " + i, flock.get(i).hi());
        }
    }

    @Test
    void ten_different_functions_take_turns_at_one_call_site() {
        List<Replacement0<Turkey, String>> functions = List.of(
                self -> "0",
                self -> "1",
                self -> "2",
                self -> "3",
                self -> "4",
                self -> "5",
                self -> "6",
                self -> "7",
                self -> "8",
                self -> "9");
        List<Turkey> flock = new ArrayList<>();
        for (Replacement0<Turkey, String> function : functions) {
            Turkey each = new Turkey();
            Patch.on(each).method("hi", function);
            flock.add(each);
        }
        StringBuilder said = new StringBuilder();
        for (int round = 0; round < 3; round++) {
            flock.forEach(each -> said.append(each.hi()));
        }
        assertEquals("0123456789".repeat(3), said.toString());
    }

    @Test
    void the_replacement_is_given_the_object() {
        Patch.on(turkey).method("hi", self -> self == turkey ? "me" : "somebody else");
        assertEquals("me", turkey.hi());
    }

    @Test
    void the_last_patch_wins() {
        Patch.on(turkey).method("hi", self -> "first").method("hi", self -> "second");
        assertEquals("second", turkey.hi());
        assertEquals(1, Patch.on(turkey).patches().size());
    }

    @Test
    void restore_returns_to_the_own_method_even_after_two_patches() {
        Patch.on(turkey).method("hi", self -> "first").method("hi", self -> "second");
        Patch.on(turkey).restore("hi");
        assertEquals("hello", turkey.hi());
    }

    @Test
    void restore_leaves_other_methods_patched() {
        Patch.on(turkey).method("hi", self -> "SQUAWK").method("bye", self -> "SQUAWK");
        Patch.on(turkey).restore("hi");
        assertEquals("hello", turkey.hi());
        assertEquals("SQUAWK", turkey.bye());
    }

    @Test
    void restore_leaves_other_objects_patched() {
        Turkey other = new Turkey();
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        Patch.on(other).method("hi", self -> "SQUAWK");
        Patch.on(turkey).restore("hi");
        assertEquals("SQUAWK", other.hi());
    }

    @Test
    void restore_of_a_name_restores_every_overload() {
        Patch.on(turkey).method("hi", self -> "SQUAWK").method("hi", (self, who) -> "SQUAWK " + who);
        Patch.on(turkey).restore("hi");
        assertEquals("hello", turkey.hi());
        assertEquals("hello you", turkey.hi("you"));
    }

    @Test
    void restore_of_what_is_not_patched_does_nothing() {
        PatchTarget<Turkey> target = Patch.on(turkey);
        assertSame(target, target.restore("hi").restore("hi"));
        assertSame(target, target.restoreAll());
        assertEquals("hello", turkey.hi());
    }

    @Test
    void restore_of_an_unknown_name_is_refused() {
        Refused.with(
                Code.UNKNOWN_METHOD, () -> Patch.on(turkey).restore("hello"), "\"hello\"", Turkey.class.getTypeName());
    }

    @Test
    void restoreAll_restores_everything() {
        Patch.on(turkey).method("hi", self -> "SQUAWK").method("bye", self -> "SQUAWK");
        Patch.on(turkey).restoreAll();
        assertEquals("hello", turkey.hi());
        assertEquals("goodbye", turkey.bye());
        assertFalse(Patch.isPatched(turkey));
        assertEquals(List.of(), Patch.on(turkey).patches());
    }

    @Test
    void isPatched_follows_patch_and_restore() {
        assertFalse(Patch.isPatched(turkey));
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        assertTrue(Patch.isPatched(turkey));
        assertFalse(Patch.isPatched(new Turkey()));
        Patch.on(turkey).restore("hi");
        assertFalse(Patch.isPatched(turkey));
    }

    @Test
    void isPatched_is_false_of_what_cannot_be_patched() {
        assertFalse(Patch.isPatched(null));
        assertFalse(Patch.isPatched("text"));
        assertFalse(Patch.isPatched(new int[1]));
        assertFalse(Patch.isPatched(Turkey.class));
        assertFalse(Patch.isPatched((Runnable) () -> {}));
        assertFalse(Patch.isPatched(new ArrayList<>()));
    }

    @Test
    void a_patch_can_be_made_again_after_restore() {
        for (int i = 0; i < 5; i++) {
            int round = i;
            Patch.on(turkey).method("hi", self -> "round " + round);
            assertEquals("round " + i, turkey.hi());
            Patch.on(turkey).restore("hi");
            assertEquals("hello", turkey.hi());
        }
    }

    @Test
    void every_verb_returns_the_target_for_chaining() {
        PatchTarget<Turkey> target = Patch.on(turkey);
        assertSame(target, target.method("hi", self -> "SQUAWK"));
        assertSame(target, target.around("hi", (original, self) -> "SQUAWK"));
        assertSame(target, target.intercept("bye", call -> "SQUAWK"));
        assertSame(target, target.overload("hi").restore());
        assertSame(turkey, target.object());
    }

    @Test
    void a_clone_carries_the_patches_and_is_independent() throws Exception {
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        Turkey copy = turkey.copy();
        assertNotSame(turkey, copy);
        assertEquals("SQUAWK", copy.hi());
        Patch.on(copy).restoreAll();
        assertEquals("hello", copy.hi());
        assertEquals("SQUAWK", turkey.hi());
        Patch.on(turkey).method("bye", self -> "SQUAWK");
        assertEquals("goodbye", copy.bye());
    }

    @Test
    void a_replacement_may_restore_its_own_method_while_it_runs() {
        Patch.on(turkey).method("hi", self -> {
            Patch.on(self).restore("hi");
            return "once, then " + self.hi();
        });
        assertEquals("once, then hello", turkey.hi());
        assertEquals("hello", turkey.hi());
    }
}
