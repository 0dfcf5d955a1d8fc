package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.instancepatch.Code;
import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import dev.instancepatch.it.Refused;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A method can be meant by a reference to it, which refactoring tools and the compiler understand. */
class MethodsByReferenceTest {
    static class Bird {
        String hi() {
            return "bird";
        }

        int add(int a, long b) {
            return a + (int) b;
        }

        void say(String what) {
            throw new AssertionError("own body");
        }

        String over(String a) {
            return a;
        }

        String over(Integer a) {
            return "" + a;
        }

        static String help(Bird bird) {
            return "help";
        }
    }

    static class Hen extends Bird {
        @Override
        String hi() {
            return "hen";
        }
    }

    private final Hen hen = new Hen();

    @Test
    void the_reference_names_the_method() {
        Patch.on(hen).method(Hen::hi, self -> "SQUAWK");
        assertEquals("SQUAWK", hen.hi());
        assertEquals(
                List.of(Hen.class),
                Patch.on(hen).patches().stream()
                        .<Class<?>>map(p -> p.method().getDeclaringClass())
                        .toList());
    }

    @Test
    void a_reference_through_the_superclass_means_the_object_s_own_method() {
        Bird bird = hen;
        Patch.on(bird).method(Bird::hi, self -> "SQUAWK");
        assertEquals("SQUAWK", hen.hi());
    }

    @Test
    void a_reference_to_an_inherited_method_is_understood() {
        Patch.on(hen).method(Hen::add, (self, a, b) -> a * b.intValue());
        assertEquals(6, hen.add(2, 3));
        assertEquals(5, new Hen().add(2, 3));
    }

    @Test
    void a_void_method_is_named_by_reference() {
        Patch.on(hen).voidMethod(Hen::say, (self, what) -> {});
        hen.say("nothing");
    }

    @Test
    void around_by_reference_has_a_typed_original() {
        Patch.on(hen).around(Hen::add, (original, self, a, b) -> original.call(a + 1, b) * 10);
        assertEquals(60, hen.add(2, 3));
    }

    @Test
    void typed_parameters_choose_an_overload() {
        Patch.on(hen).method(Hen::over, (Hen self, Integer a) -> "patched");
        assertEquals("patched", hen.over(1));
        assertEquals("a", hen.over("a"));
    }

    @Test
    void restore_by_reference() {
        Patch.on(hen).method(Hen::hi, self -> "SQUAWK").restore(Hen::hi);
        assertEquals("hen", hen.hi());
        Patch.on(hen).restore(Hen::hi);
    }

    @Test
    void what_is_no_reference_to_a_method_is_refused() {
        Refused.with(Code.NOT_A_METHOD, () -> Patch.on(hen).method(self -> "lambda", self -> "x"));
        Replacement0<Hen, String> help = Bird::help;
        Refused.with(Code.NOT_A_METHOD, () -> Patch.on(hen).method(help, self -> "x"));
    }

    @Test
    void a_result_that_javac_widened_is_refused_at_the_call() {
        Patch.on(hen).method(Hen::hi, self -> 42); // to javac, both return a Serializable
        Refused.with(Code.WRONG_RESULT, hen::hi, "java.lang.String", "java.lang.Integer");
    }

    private static Integer number(Hen self) {
        return 42;
    }

    @Test
    void a_result_that_javac_widened_is_refused_when_the_patch_is_made_where_it_is_known() {
        Refused.with(
                Code.WRONG_RESULT,
                () -> Patch.on(hen).method(Hen::hi, MethodsByReferenceTest::number),
                "java.lang.String",
                "java.lang.Integer");
        assertEquals("hen", hen.hi());
    }

    interface Handler<T> {
        String handle(T what);
    }

    static class TextHandler implements Handler<String> {
        @Override
        public String handle(String what) {
            return "handled " + what;
        }
    }

    static class ByLength implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            return Integer.compare(a.length(), b.length());
        }
    }

    @Test
    void a_reference_through_a_generic_interface_means_the_object_s_own_method() {
        TextHandler handler = new TextHandler();
        Handler<String> generic = handler;
        Patch.on(generic).method(Handler<String>::handle, (self, what) -> "patched " + what);
        assertEquals("patched x", generic.handle("x"));
        assertEquals("patched y", handler.handle("y"));
        assertEquals("handled z", new TextHandler().handle("z"));
    }

    @Test
    void a_reference_through_a_generic_interface_of_the_JDK_means_the_object_s_own_method() {
        ByLength order = new ByLength();
        Comparator<String> generic = order;
        Patch.on(generic).method(Comparator<String>::compare, (self, a, b) -> 7);
        assertEquals(7, generic.compare("a", "b"));
        assertEquals(7, order.compare("a", "b"));
        assertEquals(0, new ByLength().compare("a", "b"));
    }

    @Test
    void restore_by_a_reference_through_a_generic_interface() {
        Handler<String> handler = new TextHandler();
        Patch.on(handler).method("handle", (self, what) -> "patched");
        assertEquals("patched", handler.handle("x"));
        Patch.on(handler).restore(Handler<String>::handle);
        assertEquals("handled x", handler.handle("x"));
        assertFalse(Patch.isPatched(handler));
    }
}
