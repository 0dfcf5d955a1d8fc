package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Patch;
import org.junit.jupiter.api.Test;

/** {@code super.m()} in a subclass's own body runs the superclass's own body, once. */
class SuperCallsTest {
    static class Bird {
        int calls;

        String hi() {
            calls++;
            return "bird";
        }

        String twice() {
            return hi() + "+" + hi();
        }
    }

    static class Hen extends Bird {
        @Override
        String hi() {
            return "hen, " + super.hi();
        }

        String asBird() {
            return super.hi();
        }
    }

    static class Chick extends Hen {}

    private final Hen hen = new Hen();

    @Test
    void a_patch_of_the_overriding_method_replaces_it_whole() {
        Patch.on(hen).method("hi", self -> "patched");
        assertEquals("patched", hen.hi());
        assertEquals(0, hen.calls);
    }

    @Test
    void super_runs_the_superclass_body_although_the_override_is_patched() {
        Patch.on(hen).method("hi", self -> "patched");
        assertEquals("bird", hen.asBird());
        assertEquals(1, hen.calls);
    }

    @Test
    void original_of_an_overriding_method_runs_both_bodies_once() {
        Patch.on(hen).around("hi", (original, self) -> "<" + original.call() + ">");
        assertEquals("<hen, bird>", hen.hi());
        assertEquals(1, hen.calls);
    }

    @Test
    void call_original_of_an_overriding_method_runs_both_bodies_once() {
        Patch.on(hen).intercept("hi", call -> "<" + call.original() + ">");
        assertEquals("<hen, bird>", hen.hi());
        assertEquals(1, hen.calls);
    }

    @Test
    void a_patched_superclass_object_leaves_super_calls_of_others_alone() {
        Bird bird = new Bird();
        Patch.on(bird).method("hi", self -> "patched");
        assertEquals("patched", bird.hi());
        assertEquals("hen, bird", hen.hi());
    }

    @Test
    void a_method_inherited_over_two_levels_is_patched_where_it_is_declared() {
        Chick chick = new Chick();
        Patch.on(chick).method("hi", self -> "patched");
        assertEquals("patched", chick.hi());
        assertEquals("patched+patched", chick.twice());
        assertEquals("hen, bird", new Chick().hi());
        assertEquals("hen, bird", hen.hi());
    }
}
