package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Code;
import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import dev.instancepatch.it.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several methods of one name is meant. */
class OverloadsTest {
    static class Turkey {
        int over(int x) {
            return x;
        }

        int over(String s) {
            return s.length();
        }

        int over(Object o) {
            return -1;
        }

        int over(int x, int y) {
            return x + y;
        }

        int over() {
            return 0;
        }

        String five(int a, long b, String c, double d, boolean e) {
            return "five";
        }

        void say(String what) {
            throw new AssertionError("the own body ran: " + what);
        }

        String near(CharSequence s) {
            return "chars";
        }

        String near(List<?> s) {
            return "list";
        }
    }

    private final Turkey turkey = new Turkey();

    @Test
    void the_number_of_parameters_chooses() {
        Patch.on(turkey).method("over", self -> 100).method("over", (self, a, b) -> 200);
        assertEquals(100, turkey.over());
        assertEquals(200, turkey.over(1, 2));
        assertEquals(3, turkey.over("abc"));
    }

    @Test
    void the_types_that_the_lambda_declares_choose() {
        Patch.on(turkey)
                .method("over", (Turkey self, String s) -> 1000)
                .method("over", (Turkey self, Integer x) -> x * 2);
        assertEquals(1000, turkey.over("abc"));
        assertEquals(14, turkey.over(7));
        assertEquals(-1, turkey.over(List.of()));
    }

    @Test
    void two_that_fit_are_refused_with_both() {
        Refused.with(
                Code.AMBIGUOUS_METHOD,
                () -> Patch.on(turkey).method("near", (Turkey self, java.io.Serializable any) -> "x"),
                "near(java.lang.CharSequence)",
                "near(java.util.List)",
                "overload(\"near\"");
        assertEquals("chars", turkey.near("x"));
    }

    @Test
    void an_interceptor_of_an_overloaded_name_is_refused_with_all() {
        Refused.with(
                Code.AMBIGUOUS_METHOD,
                () -> Patch.on(turkey).intercept("over", call -> 1),
                "over()",
                "over(int)",
                "over(int, int)",
                "over(java.lang.Object)",
                "over(java.lang.String)");
    }

    @Test
    void overload_chooses_for_every_verb() {
        Patch.on(turkey).overload("over", int.class).method((Turkey self, Integer x) -> x + 1);
        assertEquals(8, turkey.over(7));
        Patch.on(turkey).overload("over", String.class).around((original, self, s) -> original.call(s + "!!"));
        assertEquals(5, turkey.over("abc"));
        Patch.on(turkey).overload("over", int.class, int.class).intercept(call -> call.<Integer>original() * 10);
        assertEquals(30, turkey.over(1, 2));
        Patch.on(turkey).overload("over").method(self -> 77);
        assertEquals(77, turkey.over());
        Patch.on(turkey).overload("say", String.class).voidMethod((self, what) -> {});
        turkey.say("nothing");
        assertEquals(5, Patch.on(turkey).patches().size());
    }

    @Test
    void overload_takes_functions_of_five_parameters() {
        Patch.on(turkey)
                .overload("five", int.class, long.class, String.class, double.class, boolean.class)
                .method((self, a, b, c, d, e) -> "" + a + b + c + d + e);
        assertEquals("12c4.0true", turkey.five(1, 2, "c", 4, true));
        Patch.on(turkey)
                .overload("five", int.class, long.class, String.class, double.class, boolean.class)
                .around((original, self, a, b, c, d, e) -> "<" + original.call(a, b, c, d, e) + ">");
        assertEquals("<five>", turkey.five(1, 2, "c", 4, true));
    }

    @Test
    void overload_restores_one_overload_only() {
        Patch.on(turkey)
                .method("over", (Turkey self, String s) -> 1000)
                .method("over", (Turkey self, Integer x) -> 2000);
        Patch.on(turkey).overload("over", String.class).restore();
        assertEquals(3, turkey.over("abc"));
        assertEquals(2000, turkey.over(7));
        Patch.on(turkey).overload("over", String.class).restore();
        assertEquals(3, turkey.over("abc"));
    }

    @Test
    void an_unknown_overload_is_refused_with_those_there_are() {
        Refused.with(
                Code.UNKNOWN_METHOD,
                () -> Patch.on(turkey).overload("over", long.class),
                "over(long)",
                "over(int)",
                "over(java.lang.String)");
    }

    @Test
    void overload_refuses_a_function_of_another_arity() {
        Refused.with(
                Code.WRONG_PARAMETER,
                () -> Patch.on(turkey).overload("over", int.class).method((self, a, b) -> 1),
                "takes 2 after self",
                "over(int)",
                "takes 1.");
    }

    @Test
    void overload_refuses_a_void_function_for_a_result() {
        Refused.with(
                Code.WRONG_RESULT,
                () -> Patch.on(turkey).overload("over", int.class).voidMethod((self, a) -> {}),
                "over(int)",
                "int");
    }

    @Test
    void overload_refuses_null_parameter_types() {
        Refused.with(Code.NULL_ARGUMENT, () -> Patch.on(turkey).overload("over", (Class<?>) null));
        Refused.with(Code.NULL_ARGUMENT, () -> Patch.on(turkey).overload("over", (Class<?>[]) null));
        Refused.with(Code.NULL_ARGUMENT, () -> Patch.on(turkey).overload(null));
    }

    static class Sorter {
        static String of(String text) {
            return "static " + text;
        }

        String of(Integer number) {
            return "number " + number;
        }
    }

    @Test
    void a_static_overload_is_no_candidate_beside_an_instance_method() {
        Sorter sorter = new Sorter();
        Patch.on(sorter).method("of", (self, number) -> "patched " + number);
        assertEquals("patched 1", sorter.of(1));
        assertEquals("number 1", new Sorter().of(1));
        assertEquals("static x", Sorter.of("x"));
    }

    static final class SeveralApplies implements Replacement0<Sorter, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String apply(Sorter self) {
            return "the function's";
        }

        public String apply(String text) {
            return text;
        }

        public String apply(Integer number) {
            return "" + number;
        }
    }

    @Test
    void a_function_s_class_may_have_other_methods_called_apply_with_as_many_parameters() {
        Sorter sorter = new Sorter();
        Patch.on(sorter).method("toString", new SeveralApplies());
        assertEquals("the function's", sorter.toString());
    }
}
