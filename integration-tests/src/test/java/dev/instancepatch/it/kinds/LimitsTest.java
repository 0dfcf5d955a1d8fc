package dev.instancepatch.it.kinds;

import static dev.instancepatch.it.kinds.Compiled.call;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.Patch;
import dev.instancepatch.it.Refused;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Methods at the limits of the class file format, and attributes that a transformation must not lose. */
class LimitsTest {
    private static Object withParameters(int count, String type) {
        String parameters =
                IntStream.range(0, count).mapToObj(i -> type + " p" + i).collect(Collectors.joining(", "));
        String sum = IntStream.range(0, count).mapToObj(i -> "p" + i).collect(Collectors.joining(" + "));
        return Compiled.object(
                "Wide",
                "public class Wide { public long sum(" + parameters + ") { return " + sum
                        + "; } public String hi() { return \"hello\"; } }");
    }

    private static Object[] filled(int count, Object one) {
        Object[] filled = new Object[count];
        Arrays.fill(filled, one);
        return filled;
    }

    @Test
    void a_method_with_two_hundred_parameters_is_intercepted() {
        Object wide = withParameters(200, "int");
        Patch.on(wide).intercept("sum", call -> call.arguments().length * 1000L + call.<Long>original());
        assertEquals(200_200L, call(wide, "sum", filled(200, 1)));
    }

    @Test
    void a_method_with_a_hundred_and_twenty_longs_is_intercepted() {
        Object wide = withParameters(120, "long");
        Patch.on(wide).intercept("sum", call -> call.with(119, 2L).<Long>original());
        assertEquals(121L, call(wide, "sum", filled(120, 1L)));
    }

    @Test
    void a_method_with_as_many_arguments_as_a_class_file_allows_is_refused_by_name() {
        Object wide = withParameters(254, "int");
        Refused.with(
                Code.UNPATCHABLE_METHOD,
                () -> Patch.on(wide).intercept("sum", call -> 0L),
                "Wide.sum(int, int",
                "255 argument slots");
        assertEquals(254L, call(wide, "sum", filled(254, 1)));
    }

    @Test
    void every_number_of_parameters_is_either_patched_or_refused() {
        for (int count = 235; count <= 254; count++) {
            Object wide = withParameters(count, "int");
            try {
                Patch.on(wide).intercept("sum", call -> call.<Long>original() + 1);
                assertEquals(count + 1L, call(wide, "sum", filled(count, 1)));
            } catch (dev.instancepatch.PatchException e) {
                assertEquals(Code.UNPATCHABLE_METHOD, e.code(), e.getMessage());
                assertEquals((long) count, call(wide, "sum", filled(count, 1)));
            }
        }
    }

    @Test
    void other_methods_of_the_class_with_too_many_arguments_are_patched() {
        Object wide = withParameters(254, "int");
        Patch.on(wide).method("hi", self -> "patched");
        assertEquals("patched", call(wide, "hi"));
        assertEquals(254L, call(wide, "sum", filled(254, 1)));
    }

    /** A body of so many instructions of three bytes each, where a method may have 65,535 bytes. */
    private static Object withLongBody(int instructions) {
        return Compiled.object(
                "Long",
                "public class Long { public int run() { int i = 0; " + "i++; ".repeat(instructions)
                        + "return i; } public String hi() { return \"hello\"; } }");
    }

    @Test
    void a_long_body_with_room_for_the_prologue_is_patched() {
        Object object = withLongBody(21_000);
        Patch.on(object).intercept("run", call -> -call.<Integer>original());
        assertEquals(-21_000, call(object, "run"));
    }

    @Test
    void a_body_without_room_for_the_prologue_is_refused_by_name_and_runs_on() {
        Object object = withLongBody(21_840);
        Refused.with(Code.WEAVING_FAILED, () -> Patch.on(object).method("run", self -> 1), "Long.run()", "64 KB");
        assertFalse(Patch.isPatched(object));
        assertEquals(21_840, call(object, "run"));
    }

    @Test
    void a_method_refused_for_its_length_stays_refused_and_does_not_spoil_its_class() {
        Object object = withLongBody(21_840);
        Refused.with(Code.WEAVING_FAILED, () -> Patch.on(object).method("run", self -> 1), "Long.run()");
        Patch.on(object).method("hi", self -> "patched");
        assertEquals("patched", call(object, "hi"));
        Refused.with(Code.WEAVING_FAILED, () -> Patch.on(object).method("run", self -> 1), "Long.run()");
        assertEquals("patched", call(object, "hi"));
        Patch.on(object).restoreAll();
        assertEquals("hello", call(object, "hi"));
    }

    private static final String NAMED = "import java.util.List; public class Named {"
            + " public Named() {} public Named(List<String> first, int second) {}"
            + " public String greet(final String who, int times) { return who; }"
            + " public <T> T other(T thing) { return thing; } }";

    private static String[] parameterNames(Class<?> type) throws NoSuchMethodException {
        return Arrays.stream(type.getMethod("greet", String.class, int.class).getParameters())
                .map(Parameter::getName)
                .toArray(String[]::new);
    }

    @Test
    void the_names_of_parameters_stay_after_a_patch() throws Exception {
        Object named = Compiled.object("Named", NAMED, "-parameters");
        Patch.on(named).method("greet", (self, who, times) -> "patched");
        assertEquals("patched", call(named, "greet", "x", 1));
        assertArrayEquals(new String[] {"who", "times"}, parameterNames(named.getClass()));
        Patch.on(named).method("other", (self, thing) -> thing);
        assertArrayEquals(new String[] {"who", "times"}, parameterNames(named.getClass()));
    }

    @Test
    void the_names_of_parameters_of_methods_and_constructors_that_nobody_patched_stay() throws Exception {
        Object named = Compiled.object("Named", NAMED, "-parameters");
        Class<?> type = named.getClass();
        Patch.on(named).method("greet", (self, who, times) -> "patched");
        assertEquals(
                "thing",
                type.getMethod("other", Object.class).getParameters()[0].getName());
        assertEquals(
                "first",
                type.getConstructor(List.class, int.class).getParameters()[0].getName());
    }

    @Test
    void the_modifiers_of_parameters_stay_after_a_patch() throws Exception {
        Object named = Compiled.object("Named", NAMED, "-parameters");
        Patch.on(named).method("greet", (self, who, times) -> "patched");
        Parameter[] parameters =
                named.getClass().getMethod("greet", String.class, int.class).getParameters();
        assertTrue(Modifier.isFinal(parameters[0].getModifiers()));
        assertFalse(Modifier.isFinal(parameters[1].getModifiers()));
    }

    @Test
    void a_class_compiled_without_parameter_names_gets_none() throws Exception {
        Object named = Compiled.object("Named", NAMED);
        Patch.on(named).method("greet", (self, who, times) -> "patched");
        assertArrayEquals(new String[] {"arg0", "arg1"}, parameterNames(named.getClass()));
    }

    @Test
    void generics_annotations_and_nesting_stay_after_a_patch() throws Exception {
        Object object = Compiled.object(
                "Rich",
                "import java.util.*; public class Rich<T extends Comparable<T>> implements java.io.Serializable {"
                        + " @Deprecated public <C extends T> List<? super C> m(Map<String, C> a)"
                        + " throws java.io.IOException { return null; }"
                        + " private int secret = 7; public class In { public int s() { return secret; } }"
                        + " public int viaIn() { return new In().s(); } }");
        String before = describe(object.getClass());
        Patch.on(object).method("m", (self, a) -> null).method("viaIn", self -> 8);
        assertEquals(8, call(object, "viaIn"));
        assertEquals(before, describe(object.getClass()));
        Patch.on(object).restore("viaIn");
        assertEquals(7, call(object, "viaIn"));
    }

    private static String describe(Class<?> type) throws Exception {
        var method = type.getMethod("m", Map.class);
        return type.toGenericString()
                + Arrays.toString(type.getGenericInterfaces())
                + method.toGenericString()
                + Arrays.toString(method.getAnnotations())
                + Arrays.toString(method.getExceptionTypes())
                + Arrays.toString(type.getDeclaredClasses())
                + type.getNestHost();
    }
}
