package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.instancepatch.Code;
import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import dev.instancepatch.it.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a replacement returns is what its method returns, or the call is refused: JLS 5.3, and never a null unboxed. */
class ResultsTest {
    static class Turkey {
        int anInt() {
            return 1;
        }

        long aLong() {
            return 1;
        }

        short aShort() {
            return 1;
        }

        float aFloat() {
            return 1;
        }

        double aDouble() {
            return 1;
        }

        boolean aBoolean() {
            return true;
        }

        String aString() {
            return "1";
        }

        Integer aBox() {
            return 1;
        }

        Object anything() {
            return 1;
        }

        List<String> list() {
            return List.of();
        }

        void nothing() {}

        String greet(Object who) {
            return "hello " + who;
        }
    }

    private final Turkey turkey = new Turkey();

    /** Says nothing of its type until it is called. */
    private static Replacement0<Turkey, Object> returning(Object value) {
        return self -> value;
    }

    @Test
    void a_narrower_box_widens() {
        Patch.on(turkey)
                .method("aLong", returning(7))
                .method("aDouble", returning(7))
                .method("aFloat", returning(7L))
                .method("anInt", returning((byte) 7))
                .method("aShort", returning((byte) 7));
        assertEquals(7L, turkey.aLong());
        assertEquals(7.0, turkey.aDouble());
        assertEquals(7f, turkey.aFloat());
        assertEquals(7, turkey.anInt());
        assertEquals((short) 7, turkey.aShort());
    }

    @Test
    void a_char_widens_to_int() {
        Patch.on(turkey).method("anInt", returning('A'));
        assertEquals(65, turkey.anInt());
    }

    @Test
    void a_declared_narrower_type_widens() {
        Patch.on(turkey).method("aLong", self -> 7).method("aDouble", self -> 7f);
        assertEquals(7L, turkey.aLong());
        assertEquals(7.0, turkey.aDouble());
    }

    @Test
    void a_wider_box_is_refused_at_the_call() {
        Patch.on(turkey).method("anInt", returning(7L));
        Refused.with(Code.WRONG_RESULT, turkey::anInt, ".anInt() returns int", "java.lang.Long");
        Patch.on(turkey).method("aShort", returning(7));
        Refused.with(Code.WRONG_RESULT, turkey::aShort, "short", "java.lang.Integer");
        Patch.on(turkey).method("aFloat", returning(7.0));
        Refused.with(Code.WRONG_RESULT, turkey::aFloat, "float", "java.lang.Double");
    }

    @Test
    void a_box_never_widens_to_another_box() {
        Patch.on(turkey).method("aBox", returning((byte) 7));
        Refused.with(Code.WRONG_RESULT, turkey::aBox, "java.lang.Integer", "java.lang.Byte");
    }

    @Test
    void a_boolean_is_no_number() {
        Patch.on(turkey).method("aBoolean", returning(1));
        Refused.with(Code.WRONG_RESULT, turkey::aBoolean, "boolean", "java.lang.Integer");
    }

    @Test
    void another_object_is_refused_at_the_call() {
        Patch.on(turkey).method("aString", returning(7)).method("list", returning("text"));
        Refused.with(Code.WRONG_RESULT, turkey::aString, "java.lang.String", "java.lang.Integer");
        Refused.with(Code.WRONG_RESULT, turkey::list, "java.util.List", "java.lang.String");
    }

    @Test
    void null_for_a_primitive_is_refused_at_the_call() {
        Patch.on(turkey).method("anInt", returning(null)).method("aBoolean", returning(null));
        Refused.with(Code.NULL_RESULT, turkey::anInt, ".anInt() returns int", "null");
        Refused.with(Code.NULL_RESULT, turkey::aBoolean, "boolean");
    }

    @Test
    void null_for_an_object_is_returned() {
        Patch.on(turkey).method("aString", returning(null)).method("aBox", returning(null));
        assertNull(turkey.aString());
        assertNull(turkey.aBox());
    }

    @Test
    void a_method_that_returns_an_object_may_return_anything() {
        Patch.on(turkey).method("anything", returning('x'));
        assertEquals('x', turkey.anything());
    }

    @Test
    void an_interceptor_s_result_is_checked_too() {
        Patch.on(turkey).intercept("anInt", call -> "text");
        Refused.with(Code.WRONG_RESULT, turkey::anInt, "int", "java.lang.String");
        Patch.on(turkey).intercept("anInt", call -> null);
        Refused.with(Code.NULL_RESULT, turkey::anInt);
        Patch.on(turkey).intercept("nothing", call -> "discarded");
        turkey.nothing();
    }

    @Test
    void an_argument_that_a_narrower_parameter_cannot_take_is_refused_at_the_call() {
        Patch.on(turkey).method("greet", (Turkey self, String who) -> "<" + who + ">");
        assertEquals("<you>", turkey.greet("you"));
        assertEquals("<null>", turkey.greet(null));
        Refused.with(
                Code.WRONG_ARGUMENT,
                () -> turkey.greet(7),
                "Argument 1",
                ".greet(java.lang.Object)",
                "java.lang.Integer",
                "java.lang.String");
    }

    static class Pair {
        String of(Object first, Object second) {
            return first + ", " + second;
        }
    }

    @Test
    void of_several_wrong_arguments_the_first_is_named() {
        Pair pair = new Pair();
        Patch.on(pair).method("of", (Pair self, String first, Integer second) -> first + second);
        assertEquals("a1", pair.of("a", 1));
        Refused.with(Code.WRONG_ARGUMENT, () -> pair.of(1, "a"), "Argument 1", "java.lang.String");
        Refused.with(Code.WRONG_ARGUMENT, () -> pair.of("a", "b"), "Argument 2", "java.lang.Integer");
    }

    @Test
    void a_narrower_parameter_works_in_around_too() {
        Patch.on(turkey).around("greet", (original, self, who) -> original.call(who) + "!");
        assertEquals("hello 7!", turkey.greet(7));
        Patch.on(turkey)
                .around(
                        "greet",
                        (dev.instancepatch.Original1<Integer, Object> original, Turkey self, Integer who) ->
                                original.call(who + 1));
        assertEquals("hello 8", turkey.greet(7));
        Refused.with(Code.WRONG_ARGUMENT, () -> turkey.greet("you"), "java.lang.String", "java.lang.Integer");
    }
}
