package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.instancepatch.Code;
import dev.instancepatch.Interceptor;
import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import dev.instancepatch.Replacement1;
import dev.instancepatch.VoidReplacement0;
import dev.instancepatch.it.Refused;
import java.util.Date;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be patched is refused when the patch is made, by name, and changes nothing. */
class RefusedPatchesTest {
    abstract static class Bird {
        abstract String name();

        static String kingdom() {
            return "animals";
        }

        String hi() {
            return "hello";
        }

        String hit() {
            return "ouch";
        }

        String greet(String who) {
            return "hello " + who;
        }

        int count() {
            return 1;
        }

        void rename(String name) {}
    }

    static class Hen extends Bird {
        @Override
        String name() {
            return "hen";
        }
    }

    private final Hen hen = new Hen();

    @AfterEach
    void nothing_was_changed() {
        assertFalse(Patch.isPatched(hen));
        assertEquals("hello", hen.hi());
        assertEquals("hello you", hen.greet("you"));
        assertEquals(1, hen.count());
    }

    @Test
    void null_is_refused() {
        Refused.with(Code.NULL_ARGUMENT, () -> Patch.on(null), "object to patch is null");
    }

    @Test
    void a_null_name_function_or_reason_is_refused() {
        Refused.with(Code.NULL_ARGUMENT, () -> Patch.on(hen).method((String) null, self -> "x"));
        Refused.with(Code.NULL_ARGUMENT, () -> Patch.on(hen).method("hi", (Replacement0<Hen, String>) null));
        Refused.with(Code.NULL_ARGUMENT, () -> Patch.on(hen).intercept("hi", null));
        Refused.with(Code.NULL_ARGUMENT, () -> Patch.on(hen).overload("hi").intercept(null));
        Refused.with(Code.NULL_ARGUMENT, () -> Patch.on(hen).restore((String) null));
        Refused.with(Code.NULL_ARGUMENT, () -> Patch.on(hen).because(null));
    }

    @Test
    void values_arrays_classes_and_lambdas_are_refused() {
        Supplier<String> lambda = () -> "x";
        for (Object unpatchable : new Object[] {
            "text", 1, 2L, 'c', true, 1.5, 2.5f, (byte) 3, (short) 4, new int[1], new String[1], Hen.class, lambda
        }) {
            Refused.with(
                    Code.UNPATCHABLE_OBJECT,
                    () -> Patch.on(unpatchable),
                    unpatchable.getClass().getTypeName());
        }
    }

    @Test
    void a_static_method_is_refused() {
        Refused.with(
                Code.UNPATCHABLE_METHOD,
                () -> Patch.on(hen).method("kingdom", self -> "plants"),
                Bird.class.getTypeName() + ".kingdom()",
                "static");
    }

    @Test
    void a_native_method_is_refused() {
        Refused.with(
                Code.UNPATCHABLE_METHOD,
                () -> Patch.on(hen).method("hashCode", self -> 1),
                "java.lang.Object.hashCode()",
                "native");
    }

    @Test
    void an_abstract_method_is_patched_where_it_is_implemented() {
        Hen other = new Hen();
        Patch.on(other).method("name", self -> "patched");
        assertEquals("patched", ((Bird) other).name());
    }

    @Test
    void an_unknown_method_is_refused_with_what_may_be_meant() {
        Refused.with(
                Code.UNKNOWN_METHOD,
                () -> Patch.on(hen).method("hii", self -> "x"),
                Hen.class.getTypeName(),
                "\"hii\"",
                "Did you mean: hi(), hit()?");
    }

    @Test
    void an_unlike_unknown_method_is_refused_without_candidates() {
        Refused.with(Code.UNKNOWN_METHOD, () -> Patch.on(hen).method("zzzzzzzz", self -> "x"), "\"zzzzzzzz\"");
    }

    @Test
    void the_wrong_number_of_parameters_is_refused_with_the_methods_there_are() {
        Refused.with(
                Code.UNKNOWN_METHOD,
                () -> Patch.on(hen).method("greet", self -> "x"),
                "\"greet\" with no parameters",
                "greet(java.lang.String)");
        Refused.with(
                Code.UNKNOWN_METHOD,
                () -> Patch.on(hen).method("hi", (self, a, b) -> "x"),
                "\"hi\" with 2 parameters",
                "hi()");
    }

    @Test
    void a_constructor_is_no_method() {
        Refused.with(Code.UNKNOWN_METHOD, () -> Patch.on(hen).method("<init>", self -> null));
    }

    @Test
    void a_parameter_type_that_never_fits_is_refused() {
        Refused.with(
                Code.WRONG_PARAMETER,
                () -> Patch.on(hen).method("greet", (Hen self, Integer who) -> "x"),
                "Parameter 1",
                "java.lang.Integer",
                "greet(java.lang.String)",
                "expected java.lang.String");
    }

    @Test
    void a_declared_result_type_that_never_fits_is_refused() {
        Replacement0<Hen, Integer> number = self -> 42;
        Replacement0<Hen, String> text = self -> "one";
        Replacement0<Hen, Long> wide = self -> 1L;
        Refused.with(
                Code.WRONG_RESULT,
                () -> Patch.on(hen).method("hi", number),
                ".hi()",
                "java.lang.String",
                "java.lang.Integer");
        Refused.with(Code.WRONG_RESULT, () -> Patch.on(hen).method("count", text), "int", "java.lang.String");
        Refused.with(Code.WRONG_RESULT, () -> Patch.on(hen).method("count", wide), "int", "java.lang.Long");
    }

    @Test
    void a_result_type_that_javac_forgot_is_refused_at_the_call() {
        Hen other = new Hen();
        Patch.on(other).method("hi", self -> 42); // to javac, a Replacement0<Hen, ?>
        Refused.with(Code.WRONG_RESULT, other::hi, ".hi()", "java.lang.String", "java.lang.Integer");
    }

    @Test
    void the_result_type_of_a_method_reference_is_known() {
        Refused.with(
                Code.WRONG_RESULT,
                () -> Patch.on(hen).method("hi", RefusedPatchesTest::fortyTwo),
                "java.lang.String",
                "java.lang.Integer");
    }

    private static Integer fortyTwo(Hen self) {
        return 42;
    }

    @Test
    void voidMethod_on_a_method_with_a_result_is_refused() {
        Refused.with(
                Code.WRONG_RESULT,
                () -> Patch.on(hen).voidMethod("hi", (VoidReplacement0<Hen>) self -> {}),
                ".hi()",
                "java.lang.String",
                "voidMethod");
    }

    @Test
    void a_self_of_an_unrelated_class_is_refused() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // what a caller without generics can do
        Replacement0<Hen, String> wrong = (Replacement0) (Replacement0<Date, String>) date -> "x";
        Refused.with(
                Code.WRONG_PARAMETER,
                () -> Patch.on(hen).method("hi", wrong),
                "java.util.Date",
                Hen.class.getTypeName());
    }

    @SuppressWarnings("serial")
    static class Both implements Replacement0<Hen, String>, Interceptor<Hen> {
        @Override
        public String apply(Hen self) {
            return "x";
        }

        @Override
        public Object intercept(dev.instancepatch.Call<Hen> call) {
            return "y";
        }
    }

    @Test
    void a_function_of_two_kinds_is_refused() {
        Refused.with(
                Code.AMBIGUOUS_FUNCTION,
                () -> Patch.on(hen).method("hi", new Both()),
                Both.class.getTypeName(),
                "Replacement0",
                "Interceptor");
    }

    @SuppressWarnings("serial")
    static class TwoArities implements Replacement0<Hen, String>, Replacement1<Hen, String, String> {
        @Override
        public String apply(Hen self) {
            return "none";
        }

        @Override
        public String apply(Hen self, String who) {
            return "one " + who;
        }
    }

    @Test
    void a_function_of_two_arities_serves_both_methods() {
        Hen other = new Hen();
        TwoArities function = new TwoArities();
        Patch.on(other)
                .method("hi", (Replacement0<Hen, String>) function)
                .method("greet", (Replacement1<Hen, String, String>) function);
        assertEquals("none", other.hi());
        assertEquals("one you", other.greet("you"));
    }

    @Test
    void a_refused_patch_leaves_the_one_in_force() {
        Hen other = new Hen();
        Patch.on(other).method("hi", self -> "patched");
        Refused.with(Code.WRONG_PARAMETER, () -> Patch.on(other).method("greet", (Hen self, Integer who) -> "x"));
        Refused.with(Code.UNKNOWN_METHOD, () -> Patch.on(other).method("hi", (self, who) -> "x"));
        assertEquals("patched", other.hi());
    }
}
