package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Original5;
import dev.instancepatch.Patch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods of every signature: each primitive, long and double between others, arrays, varargs, void, generics. */
class AnySignatureTest {
    static class Types {
        String said = "";

        boolean not(boolean a) {
            return !a;
        }

        byte next(byte a) {
            return (byte) (a + 1);
        }

        short next(short a) {
            return (short) (a + 1);
        }

        char next(char a) {
            return (char) (a + 1);
        }

        int next(int a) {
            return a + 1;
        }

        long next(long a) {
            return a + 1;
        }

        float next(float a) {
            return a + 1;
        }

        double next(double a) {
            return a + 1;
        }

        String wide(long a, int b, double c, String d, long e) {
            return a + "," + b + "," + c + "," + d + "," + e;
        }

        double middle(int a, double b, byte c) {
            return a + b + c;
        }

        int[] reversed(int[] xs) {
            return xs;
        }

        String[][] grid(String[][] cells) {
            return cells;
        }

        String join(String... parts) {
            return String.join("+", parts);
        }

        long sum(int first, long... others) {
            return first + Arrays.stream(others).sum();
        }

        void say(String what) {
            said += what;
        }

        void nothing() {
            said += ".";
        }

        void five(int a, long b, String c, double d, boolean e) {
            said += a + "," + b + "," + c + "," + d + "," + e;
        }

        <C extends Comparable<C>> C max(List<C> xs) {
            return xs.get(0);
        }

        String seven(int a, long b, byte c, double d, String e, float f, char g) {
            return "" + a + b + c + d + e + f + g;
        }
    }

    private final Types types = new Types();
    private final Types other = new Types();

    @Test
    void boolean_goes_in_and_out() {
        Patch.on(types).method("not", (Types self, Boolean a) -> a);
        assertEquals(true, types.not(true));
        assertEquals(false, other.not(true));
    }

    @Test
    void byte_goes_in_and_out() {
        Patch.on(types).overload("next", byte.class).method((Types self, Byte a) -> (byte) -a);
        assertEquals((byte) -5, types.next((byte) 5));
        assertEquals((byte) 6, other.next((byte) 5));
    }

    @Test
    void short_goes_in_and_out() {
        Patch.on(types).overload("next", short.class).method((Types self, Short a) -> (short) -a);
        assertEquals((short) -5, types.next((short) 5));
        assertEquals((short) 6, other.next((short) 5));
    }

    @Test
    void char_goes_in_and_out() {
        Patch.on(types).overload("next", char.class).method((Types self, Character a) -> Character.toUpperCase(a));
        assertEquals('A', types.next('a'));
        assertEquals('b', other.next('a'));
    }

    @Test
    void int_goes_in_and_out() {
        Patch.on(types).overload("next", int.class).method((Types self, Integer a) -> a * 10);
        assertEquals(50, types.next(5));
        assertEquals(6, other.next(5));
    }

    @Test
    void long_goes_in_and_out() {
        Patch.on(types).overload("next", long.class).method((Types self, Long a) -> a * 10);
        assertEquals(1L << 40, types.next((1L << 40) / 10) + (1L << 40) % 10);
        assertEquals(6L, other.next(5L));
    }

    @Test
    void float_goes_in_and_out() {
        Patch.on(types).overload("next", float.class).method((Types self, Float a) -> a / 2);
        assertEquals(2.5f, types.next(5f));
        assertEquals(6f, other.next(5f));
    }

    @Test
    void double_goes_in_and_out() {
        Patch.on(types).overload("next", double.class).method((Types self, Double a) -> a / 2);
        assertEquals(2.5, types.next(5.0));
        assertEquals(6.0, other.next(5.0));
    }

    @Test
    void long_and_double_stand_between_other_parameters() {
        Patch.on(types)
                .method(
                        "wide",
                        (Types self, Long a, Integer b, Double c, String d, Long e) ->
                                e + "," + d + "," + c + "," + b + "," + a);
        assertEquals("5,four,3.5,2,1", types.wide(1L, 2, 3.5, "four", 5L));
        assertEquals("1,2,3.5,four,5", other.wide(1L, 2, 3.5, "four", 5L));
    }

    @Test
    void a_double_in_the_middle_leaves_its_neighbours_alone() {
        Patch.on(types).method("middle", (Types self, Integer a, Double b, Byte c) -> a * 100 + b * 10 + c);
        assertEquals(123.0, types.middle(1, 2.0, (byte) 3));
        assertEquals(6.0, other.middle(1, 2.0, (byte) 3));
    }

    @Test
    void arrays_go_in_and_out() {
        Patch.on(types)
                .method("reversed", (Types self, int[] xs) -> new int[] {xs[1], xs[0]})
                .method("grid", (Types self, String[][] cells) -> new String[][] {{cells[0][0] + "!"}});
        assertArrayEquals(new int[] {2, 1}, types.reversed(new int[] {1, 2}));
        assertEquals("a!", types.grid(new String[][] {{"a"}})[0][0]);
        assertArrayEquals(new int[] {1, 2}, other.reversed(new int[] {1, 2}));
    }

    @Test
    void varargs_arrive_as_one_array() {
        Patch.on(types)
                .method("join", (Types self, String[] parts) -> parts.length + ":" + parts[0])
                .method("sum", (Types self, Integer first, long[] others) -> (long) others.length);
        assertEquals("3:a", types.join("a", "b", "c"));
        assertEquals(2L, types.sum(9, 1L, 1L));
        assertEquals("a+b", other.join("a", "b"));
    }

    @Test
    void original_of_a_varargs_method_takes_one_array() {
        Patch.on(types).around("join", (original, self, parts) -> "<" + original.call(new String[] {"x", "y"}) + ">");
        assertEquals("<x+y>", types.join("a"));
    }

    @Test
    void an_interceptor_passes_the_array_of_a_varargs_method_on() {
        Patch.on(types)
                .intercept("join", call -> call.arguments().length + call.<String>original())
                .intercept("sum", call -> call.<Long>original() + 1);
        assertEquals("1a+b", types.join("a", "b"));
        assertEquals(7L, types.sum(1, 2, 3));
    }

    @Test
    void a_void_method_is_replaced() {
        Patch.on(types)
                .voidMethod("say", (Types self, String what) -> self.said += what.toUpperCase())
                .voidMethod("nothing", (Types self) -> self.said += "?");
        types.say("a");
        types.nothing();
        assertEquals("A?", types.said);
    }

    @Test
    void method_on_a_void_method_discards_the_value() {
        Patch.on(types).method("say", (self, what) -> "discarded");
        types.say("a");
        assertEquals("", types.said);
    }

    @Test
    void a_void_method_of_five_parameters_is_put_around() {
        Patch.on(types)
                .around(
                        "five",
                        (Original5<Integer, Long, String, Double, Boolean, Object> original,
                                Types self,
                                Integer a,
                                Long b,
                                String c,
                                Double d,
                                Boolean e) -> original.call(a + 1, b + 1, c + "!", d + 1, !e));
        types.five(1, 2L, "c", 4.0, true);
        assertEquals("2,3,c!,5.0,false", types.said);
    }

    @Test
    void a_generic_method_is_patched_at_its_erasure() {
        Patch.on(types).method("max", (Types self, List<Integer> xs) -> 9);
        assertEquals(Integer.valueOf(9), types.max(List.of(1, 2)));
        assertEquals(Integer.valueOf(1), other.max(List.of(1, 2)));
    }

    @Test
    void a_method_with_more_than_five_parameters_is_intercepted() {
        Patch.on(types).intercept("seven", call -> call.arguments().length + call.<String>original());
        assertEquals("7123" + 4.0 + "e" + 6f + "g", types.seven(1, 2L, (byte) 3, 4.0, "e", 6f, 'g'));
    }

    @Test
    void null_arguments_arrive_as_null() {
        Patch.on(types).method("say", (self, what) -> {
            self.said = "got " + what;
            return null;
        });
        types.say(null);
        assertEquals("got null", types.said);
    }
}
