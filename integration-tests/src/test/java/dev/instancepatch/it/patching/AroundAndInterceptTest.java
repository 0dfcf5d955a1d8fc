package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.instancepatch.Call;
import dev.instancepatch.Code;
import dev.instancepatch.Original0;
import dev.instancepatch.Original1;
import dev.instancepatch.Patch;
import dev.instancepatch.it.Refused;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Functions around a method, and what they can do with the class's own body. */
class AroundAndInterceptTest {
    static class Turkey {
        String said = "";

        String a0() {
            return "0";
        }

        String a1(String a) {
            return a;
        }

        String a2(String a, int b) {
            return a + b;
        }

        String a3(String a, long b, String c) {
            return a + b + c;
        }

        String a4(String a, double b, String c, byte d) {
            return a + b + c + d;
        }

        String a5(String a, double b, String c, byte d, boolean e) {
            return a + b + c + d + e;
        }

        int add(int a, int b) {
            return a + b;
        }

        long fact(int n) {
            return n <= 1 ? 1 : n * fact(n - 1);
        }

        void say(String what) {
            said += what;
        }

        String fail(String why) throws IOException {
            throw new IOException(why);
        }
    }

    private final Turkey turkey = new Turkey();

    @Test
    void around_takes_zero_to_five_parameters() {
        Patch.on(turkey)
                .around("a0", (original, self) -> "<" + original.call() + ">")
                .around("a1", (original, self, a) -> "<" + original.call(a) + ">")
                .around("a2", (original, self, a, b) -> "<" + original.call(a, b) + ">")
                .around("a3", (original, self, a, b, c) -> "<" + original.call(a, b, c) + ">")
                .around("a4", (original, self, a, b, c, d) -> "<" + original.call(a, b, c, d) + ">")
                .around("a5", (original, self, a, b, c, d, e) -> "<" + original.call(a, b, c, d, e) + ">");
        assertEquals("<0>", turkey.a0());
        assertEquals("<a>", turkey.a1("a"));
        assertEquals("<a2>", turkey.a2("a", 2));
        assertEquals("<a2c>", turkey.a3("a", 2, "c"));
        assertEquals("<a2.5c4>", turkey.a4("a", 2.5, "c", (byte) 4));
        assertEquals("<a2.5c4true>", turkey.a5("a", 2.5, "c", (byte) 4, true));
    }

    @Test
    void an_interceptor_takes_any_number_of_parameters() {
        for (String name : new String[] {"a0", "a1", "a2", "a3", "a4", "a5"}) {
            Patch.on(turkey).intercept(name, call -> call.arguments().length + "(" + call.original() + ")");
        }
        assertEquals("0(0)", turkey.a0());
        assertEquals("1(a)", turkey.a1("a"));
        assertEquals("2(a2)", turkey.a2("a", 2));
        assertEquals("3(a2c)", turkey.a3("a", 2, "c"));
        assertEquals("4(a2.5c4)", turkey.a4("a", 2.5, "c", (byte) 4));
        assertEquals("5(a2.5c4true)", turkey.a5("a", 2.5, "c", (byte) 4, true));
    }

    @Test
    void around_need_not_call_the_original() {
        Patch.on(turkey).around("a1", (original, self, a) -> "instead");
        assertEquals("instead", turkey.a1("a"));
    }

    @Test
    void the_original_can_be_called_with_changed_arguments() {
        Patch.on(turkey)
                .around(
                        "add",
                        (dev.instancepatch.Original2<Integer, Integer, Integer> original,
                                Turkey self,
                                Integer a,
                                Integer b) -> original.call(a * 10, b) + 1);
        assertEquals(13, turkey.add(1, 2));
    }

    @Test
    void the_original_can_be_called_twice() {
        Patch.on(turkey)
                .around("a1", (original, self, a) -> original.call(a) + "/" + original.call("again"))
                .intercept("a0", call -> call.<String>original() + call.<String>original());
        assertEquals("a/again", turkey.a1("a"));
        assertEquals("00", turkey.a0());
    }

    @Test
    void the_original_of_a_void_method_runs_its_body_and_returns_null() {
        AtomicReference<Object> result = new AtomicReference<>("none");
        Patch.on(turkey).intercept("say", call -> {
            result.set(call.original(call.argument(0) + "!"));
            return "discarded";
        });
        turkey.say("a");
        assertEquals("a!", turkey.said);
        assertNull(result.get());
    }

    @Test
    void a_self_call_inside_the_original_reaches_the_patch_again() {
        Patch.on(turkey).intercept("fact", call -> call.<Long>original() * 2);
        assertEquals(120L * 32, turkey.fact(5));
        assertEquals(120L, new Turkey().fact(5));
    }

    @Test
    void recursion_through_around_reaches_the_patch_at_every_level() {
        Patch.on(turkey)
                .around("fact", (Original1<Integer, Long> original, Turkey self, Integer n) -> original.call(n) + 1);
        // f(1) = 2, f(2) = 2 * 2 + 1 = 5, f(3) = 3 * 5 + 1
        assertEquals(16L, turkey.fact(3));
    }

    @Test
    void the_original_of_one_object_called_for_another_leaves_that_one_patched() {
        Turkey other = new Turkey();
        Patch.on(other).method("a0", self -> "other's patch");
        Patch.on(turkey).around("a0", (original, self) -> original.call() + ", " + other.a0());
        assertEquals("0, other's patch", turkey.a0());
    }

    @Test
    void a_method_called_by_the_replacement_itself_is_patched_too() {
        Patch.on(turkey).method("a1", (self, a) -> "one " + self.a0()).method("a0", self -> "zero");
        assertEquals("one zero", turkey.a1("x"));
    }

    @Test
    void the_original_expires_when_around_returns() {
        AtomicReference<Original0<Object>> kept = new AtomicReference<>();
        Patch.on(turkey).around("a0", (Original0<Object> original, Turkey self) -> {
            kept.set(original);
            return original.call();
        });
        assertEquals("0", turkey.a0());
        Refused.with(Code.ORIGINAL_EXPIRED, () -> kept.get().call(), Turkey.class.getTypeName() + ".a0()");
    }

    @Test
    void the_original_expires_when_the_interceptor_returns() {
        AtomicReference<Call<? super Turkey>> kept = new AtomicReference<>();
        Patch.on(turkey).intercept("a1", call -> {
            kept.set(call);
            return call.original();
        });
        assertEquals("a", turkey.a1("a"));
        Refused.with(Code.ORIGINAL_EXPIRED, () -> kept.get().original(), ".a1(java.lang.String)");
        Refused.with(Code.ORIGINAL_EXPIRED, () -> kept.get().original("b"));
        Refused.with(Code.ORIGINAL_EXPIRED, () -> kept.get().with(0, "b").original());
    }

    @Test
    void the_original_expires_when_the_function_throws() {
        AtomicReference<Call<? super Turkey>> kept = new AtomicReference<>();
        Patch.on(turkey).intercept("a0", call -> {
            kept.set(call);
            throw new IllegalStateException("thrown");
        });
        assertThrows(IllegalStateException.class, turkey::a0);
        Refused.with(Code.ORIGINAL_EXPIRED, () -> kept.get().original());
    }

    @Test
    void the_original_throws_what_the_body_throws() {
        Patch.on(turkey).around("fail", (original, self, why) -> {
            try {
                return original.call(why);
            } catch (IOException e) {
                return "caught " + e.getMessage();
            }
        });
        assertEquals("caught it", assertDoesNotFail());
    }

    private String assertDoesNotFail() {
        try {
            return turkey.fail("it");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_original_runs_even_if_the_method_was_restored_meanwhile() {
        Patch.on(turkey).around("a0", (original, self) -> {
            Patch.on(self).restore("a0");
            return "last " + original.call();
        });
        assertEquals("last 0", turkey.a0());
        assertEquals("0", turkey.a0());
    }

    @Test
    void a_call_knows_its_object_and_its_method() throws Exception {
        AtomicReference<Call<? super Turkey>> seen = new AtomicReference<>();
        Patch.on(turkey).intercept("a2", call -> {
            seen.set(call);
            return "x";
        });
        turkey.a2("a", 2);
        assertSame(turkey, seen.get().self());
        assertEquals(
                Turkey.class.getDeclaredMethod("a2", String.class, int.class),
                seen.get().method());
        assertArrayEquals(new Object[] {"a", 2}, seen.get().arguments());
        assertEquals("a", seen.get().<String>argument(0));
        assertEquals(2, seen.get().<Integer>argument(1));
    }

    @Test
    void the_arguments_of_a_call_are_a_copy() {
        Patch.on(turkey).intercept("a1", call -> {
            call.arguments()[0] = "changed";
            return call.original();
        });
        assertEquals("a", turkey.a1("a"));
    }

    @Test
    void with_changes_one_argument_of_a_new_call() {
        Patch.on(turkey).intercept("add", call -> {
            Call<?> changed = call.with(0, 5);
            int before = call.<Integer>argument(0);
            return changed.<Integer>original() * 1000 + before * 100 + call.<Integer>original();
        });
        assertEquals(7103, turkey.add(1, 2));
    }

    @Test
    void an_argument_that_does_not_exist_is_refused() {
        Patch.on(turkey).intercept("a1", call -> call.argument(1));
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.a1("a"), "index 1", ".a1(java.lang.String)");
        Patch.on(turkey).intercept("a1", call -> call.with(-1, "b").original());
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.a1("a"), "index -1");
    }

    @Test
    void an_argument_of_the_wrong_type_is_refused() {
        Patch.on(turkey).intercept("add", call -> call.with(0, "text").original());
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.add(1, 2), "Argument 1", "java.lang.String", "expected int");
        Patch.on(turkey).intercept("add", call -> call.original(1, 2L));
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.add(1, 2), "Argument 2", "java.lang.Long", "expected int");
        Patch.on(turkey).intercept("a1", call -> call.original(1));
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.a1("a"), "java.lang.Integer", "expected java.lang.String");
    }

    @Test
    void null_for_a_primitive_argument_is_refused() {
        Patch.on(turkey).intercept("add", call -> call.original(1, null));
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.add(1, 2), "Argument 2", "is null", "expected int");
    }

    @Test
    void the_wrong_number_of_arguments_is_refused() {
        Patch.on(turkey).intercept("add", call -> call.original(1));
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.add(1, 2), "takes 2 arguments", "with 1");
        Patch.on(turkey).intercept("add", call -> call.original((Object[]) null));
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.add(1, 2), "takes 2 arguments");
    }

    @Test
    void a_wrong_argument_of_around_is_refused() {
        Patch.on(turkey)
                .around(
                        "add",
                        (dev.instancepatch.Original2<Object, Object, Object> original,
                                Turkey self,
                                Object a,
                                Object b) -> original.call("text", b));
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.add(1, 2), "Argument 1", "java.lang.String", "expected int");
    }

    @Test
    void arguments_widen_as_in_a_method_call() {
        Patch.on(turkey).intercept("a3", call -> call.original("a", 7, "c"));
        assertEquals("a7c", turkey.a3("a", 2, "c"));
    }

    @Test
    void a_refused_argument_leaves_the_next_call_alone() {
        Patch.on(turkey).intercept("add", call -> call.original("text", 2));
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.add(1, 2));
        Patch.on(turkey).method("add", (self, a, b) -> 99);
        assertEquals(99, turkey.add(1, 2));
    }

    @Test
    void the_original_can_run_on_another_thread_while_the_function_waits() {
        Patch.on(turkey).around("a1", (original, self, a) -> {
            AtomicReference<Object> result = new AtomicReference<>();
            Thread other = new Thread(() -> {
                try {
                    result.set(original.call("elsewhere"));
                } catch (Throwable e) {
                    result.set(e);
                }
            });
            other.start();
            other.join();
            return result.get();
        });
        assertEquals("elsewhere", turkey.a1("a"));
    }
}
