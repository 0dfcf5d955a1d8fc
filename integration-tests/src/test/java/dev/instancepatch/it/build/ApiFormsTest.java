package dev.instancepatch.it.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Around1;
import dev.instancepatch.Call;
import dev.instancepatch.Code;
import dev.instancepatch.Interceptor;
import dev.instancepatch.Origin;
import dev.instancepatch.Original1;
import dev.instancepatch.Overload;
import dev.instancepatch.Patch;
import dev.instancepatch.PatchException;
import dev.instancepatch.PatchScope;
import dev.instancepatch.PatchTarget;
import dev.instancepatch.PatchedMethod;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.Replacement0;
import dev.instancepatch.Replacement1;
import dev.instancepatch.Trust;
import dev.instancepatch.VoidReplacement1;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ways to write a patch that have to compile as they stand: without casts, without warnings. */
class ApiFormsTest {
    static class Heron {
        final List<String> log = new ArrayList<>();

        String cry() {
            return "kraak";
        }

        String cry(String at) {
            return "kraak at " + at;
        }

        int fish(int a, int b) {
            return a - b;
        }

        void stand(String leg) {
            log.add(leg);
        }

        <C extends Comparable<C>> C first(List<C> all) {
            return all.get(0);
        }

        String join(String... all) {
            return String.join("", all);
        }

        double wide(long a, double b, byte c, boolean d) {
            return a;
        }
    }

    private static String quiet(Heron heron) {
        return "quiet";
    }

    private final Heron heron = new Heron();

    @Test
    void lambdas_by_name() {
        Patch.on(heron).method("cry", self -> "a").method("cry", (self, at) -> "b" + at);
        assertEquals("a", heron.cry());
        assertEquals("bx", heron.cry("x"));
        Patch.on(heron).method("cry", (Heron self, String at) -> at);
        Patch.on(heron).method("fish", (Heron self, Integer a, Integer b) -> a * b);
        Patch.on(heron).method("wide", (Heron self, Long a, Double b, Byte c, Boolean d) -> 1.5);
        Patch.on(heron).method("first", (Heron self, List<Integer> all) -> 9);
        Patch.on(heron).method("join", (Heron self, String[] all) -> "joined");
        Patch.on(heron).voidMethod("stand", (Heron self, String leg) -> self.log.add("not " + leg));
        Patch.on(heron).voidMethod("stand", (self, leg) -> {});
        assertEquals(6, heron.fish(2, 3));
        assertEquals("joined", heron.join("a"));
        assertEquals(9, heron.first(List.of(1)));
    }

    @Test
    void functions_that_throw_anything() {
        Patch.on(heron).method("cry", self -> {
            throw new java.io.IOException();
        });
        assertTrue(Patch.isPatched(heron));
    }

    @Test
    void method_references_and_classes_as_functions() {
        Patch.on(heron).method("cry", ApiFormsTest::quiet);
        assertEquals("quiet", heron.cry());
        Replacement0<Heron, String> shared = self -> "shared";
        Patch.on(heron).method("cry", shared);
        assertEquals("shared", heron.cry());
        Replacement0<Object, Object> wide = self -> "wide";
        Patch.on(heron).method("cry", wide);
        assertEquals("wide", heron.cry());
    }

    @Test
    void around() {
        Patch.on(heron).around("cry", (original, self) -> "<" + original.call() + ">");
        Patch.on(heron)
                .around(
                        "cry",
                        (Original1<String, String> original, Heron self, String at) -> "<" + original.call(at) + ">");
        assertEquals("<kraak>", heron.cry());
        assertEquals("<kraak at x>", heron.cry("x"));
        Around1<Heron, String, Object> named = (original, self, leg) -> original.call("left " + leg);
        Patch.on(heron).around("stand", named);
        heron.stand("leg");
        assertEquals(List.of("left leg"), heron.log);
    }

    @Test
    void interceptors() {
        Patch.on(heron).intercept("fish", call -> (Integer) call.original() + 1);
        assertEquals(2, heron.fish(2, 1));
        Patch.on(heron).intercept("fish", call -> {
            Object[] p = call.arguments();
            return (Integer) call.original((Integer) p[0] * 2, p[1]);
        });
        assertEquals(3, heron.fish(2, 1));
        Patch.on(heron).intercept("fish", call -> {
            int a = call.argument(0);
            return a * 9;
        });
        assertEquals(18, heron.fish(2, 1));
        Patch.on(heron).intercept("fish", call -> call.with(0, 5).original());
        assertEquals(4, heron.fish(2, 1));
        Patch.on(heron).intercept("stand", call -> null);
        Interceptor<Heron> typed = (Call<Heron> call) -> call.self().log.size();
        Patch.on(heron).intercept("fish", typed);
        assertEquals(0, heron.fish(2, 1));
    }

    @Test
    void overloads() {
        Overload<Heron> overload = Patch.on(heron).overload("cry", String.class);
        PatchTarget<Heron> target = overload.method((Heron self, String at) -> at + "!");
        assertEquals("x!", target.object().cry("x"));
        overload.around((original, self, at) -> original.call(at))
                .overload("cry")
                .intercept(call -> "i");
        Patch.on(heron).overload("stand", String.class).voidMethod((self, leg) -> {});
        Patch.on(heron).overload("cry", String.class).restore();
        assertEquals("kraak at x", heron.cry("x"));
    }

    @Test
    void methods_by_reference() {
        Patch.on(heron).method(Heron::fish, (self, a, b) -> a * b);
        Patch.on(heron).voidMethod(Heron::stand, (self, leg) -> {});
        Patch.on(heron).around(Heron::fish, (original, self, a, b) -> original.call(a, b) + 10);
        assertEquals(11, heron.fish(2, 1));
        Patch.on(heron).restore(Heron::fish).restore("stand").restoreAll();
        assertEquals(1, heron.fish(2, 1));
    }

    @Test
    void scope_local_because_and_patches() {
        try (var patches = Patch.scope()) {
            patches.on(heron).method("cry", self -> "scoped");
            patches.on(new Heron()).local().because("why").method("cry", self -> "scoped too");
        }
        PatchScope scope = Patch.scope();
        scope.close();
        Patch.on(heron).local().method("cry", self -> "stays here");
        Patch.on(heron).because("ticket 7").method("fish", (self, a, b) -> 1);
        for (PatchedMethod patch : Patch.on(heron).patches()) {
            Optional<String> why = patch.reason();
            Optional<String> key = patch.keyId();
            Instant since = patch.since();
            Object function = patch.function();
            String name = patch.method().getName();
            assertEquals(name.equals("cry"), patch.local());
            assertEquals(name.equals("fish"), why.isPresent());
            assertFalse(key.isPresent());
            assertTrue(function instanceof Serializable && !since.isAfter(Instant.now()));
            assertEquals(Origin.LOCAL, patch.origin());
        }
        Heron same = Patch.on(heron).restoreAll().object();
        assertFalse(Patch.isPatched(same));
    }

    @Test
    void trust() {
        Trust.all().install();
        Trust.local().install();
    }

    @Test
    void refusals_have_codes() {
        assertTrue(RuntimeException.class.isAssignableFrom(PatchException.class));
        assertTrue(InvalidObjectException.class.isAssignableFrom(RefusedPatchException.class));
        try {
            Patch.on("text");
        } catch (PatchException e) {
            assertEquals(Code.UNPATCHABLE_OBJECT, e.code());
            assertEquals("unpatchable-object", e.code().id());
            return;
        }
        throw new AssertionError("not refused");
    }

    @Test
    void all_functions_are_Serializable() {
        Replacement1<Heron, String, String> replacement = (self, at) -> at;
        VoidReplacement1<Heron, String> nothing = (self, at) -> {};
        for (Object function : new Object[] {replacement, nothing}) {
            assertTrue(function instanceof Serializable);
        }
    }
}
