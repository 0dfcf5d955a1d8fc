package dev.instancepatch.it.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Call;
import dev.instancepatch.Code;
import dev.instancepatch.Original1;
import dev.instancepatch.Patch;
import dev.instancepatch.it.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The methods that javac adds to call another: a patch of that is reached through all of them, and fires once. */
class BridgesTest {
    static class Box<V> {
        V value;

        V both(V v) {
            return v;
        }
    }

    static class StringBox extends Box<String> {
        @Override
        String both(String v) {
            return v + "s";
        }
    }

    static class LoudBox extends StringBox {
        @Override
        String both(String v) {
            return super.both(v) + "!";
        }
    }

    private final List<String> fired = new ArrayList<>();

    private Object fire(Call<?> call) throws Throwable {
        fired.add(call.method().getParameterTypes()[0].getSimpleName());
        return call.original("<" + call.argument(0) + ">");
    }

    @Test
    void an_interceptor_of_a_method_with_a_bridge_fires_once_through_it() {
        StringBox box = new StringBox();
        Patch.on(box).intercept("both", call -> fire(call));
        Box<String> generic = box;
        assertEquals("<a>s", generic.both("a"));
        assertEquals("<b>s", box.both("b"));
        assertEquals(List.of("String", "String"), fired);
    }

    @Test
    void a_function_without_declared_types_means_the_method_that_has_the_bridge() {
        StringBox box = new StringBox();
        Patch.on(box).method("both", (self, v) -> "patched");
        Box<String> generic = box;
        assertEquals("patched", generic.both("a"));
        assertEquals("patched", box.both("a"));
        assertEquals(StringBox.class, Patch.on(box).patches().get(0).method().getDeclaringClass());
    }

    @Test
    void an_override_two_levels_below_the_bridge_is_patched() {
        LoudBox box = new LoudBox();
        Patch.on(box).intercept("both", call -> fire(call));
        Box<String> generic = box;
        assertEquals("<a>s!", generic.both("a"));
        assertEquals(1, fired.size());
    }

    static class ByLength implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            return a.length() - b.length();
        }
    }

    @Test
    void the_bridge_of_an_interface_s_method_is_not_ambiguous() {
        ByLength order = new ByLength();
        Patch.on(order).method("compare", (self, a, b) -> 7);
        Comparator<String> generic = order;
        assertEquals(7, generic.compare("a", "bb"));
        assertEquals(7, order.compare("a", "bb"));
    }

    static class Maker implements Supplier<String>, Callable<String> {
        @Override
        public String get() {
            return "got";
        }

        @Override
        public String call() {
            return "called";
        }
    }

    @Test
    void methods_of_two_generic_interfaces_are_patched_apart() throws Exception {
        Maker maker = new Maker();
        Patch.on(maker)
                .method("get", self -> "patched")
                .around("call", (original, self) -> "<" + original.call() + ">");
        assertEquals("patched", ((Supplier<?>) maker).get());
        assertEquals("<called>", ((Callable<?>) maker).call());
    }

    static class Parent {
        Object make() {
            return "parent";
        }
    }

    static class Child extends Parent {
        @Override
        CharSequence make() {
            return "child";
        }
    }

    static class Grandchild extends Child {
        @Override
        String make() {
            return "grandchild, " + super.make();
        }
    }

    @Test
    void covariant_results_over_three_levels_fire_once() {
        Grandchild grandchild = new Grandchild();
        Parent parent = grandchild;
        Child child = grandchild;
        List<Object> calls = new ArrayList<>();
        Patch.on(grandchild).intercept("make", call -> {
            calls.add(call.method().getReturnType());
            return "<" + call.original() + ">";
        });
        assertEquals("<grandchild, child>", parent.make());
        assertEquals("<grandchild, child>", child.make());
        assertEquals("<grandchild, child>", grandchild.make());
        assertEquals(List.of(String.class, String.class, String.class), calls);
    }

    @Test
    void a_result_that_fits_the_superclass_only_is_refused_at_the_call_by_type() {
        Grandchild grandchild = new Grandchild();
        Parent parent = grandchild;
        Patch.on(grandchild).intercept("make", call -> new StringBuilder("x"));
        Refused.with(Code.WRONG_RESULT, parent::make, "java.lang.String", "java.lang.StringBuilder");
    }

    static class Hidden {
        public String cackle() {
            return "cackle";
        }
    }

    /** javac gives this class a bridge, because cackle() comes from a class that others cannot see. */
    public static class Visible extends Hidden {}

    @Test
    void a_visibility_bridge_fires_once() throws Exception {
        Visible visible = new Visible();
        Hidden hidden = visible;
        List<String> calls = new ArrayList<>();
        Patch.on(visible).intercept("cackle", call -> {
            calls.add("fired");
            return "<" + call.original() + ">";
        });
        assertEquals("<cackle>", visible.cackle());
        assertEquals("<cackle>", hidden.cackle());
        assertEquals("<cackle>", Visible.class.getMethod("cackle").invoke(visible));
        assertEquals(3, calls.size());
    }

    @Test
    void a_lambda_with_narrower_types_meets_what_it_cannot_take_as_our_error() {
        Box<Object> box = new Box<>();
        Patch.on(box).method("both", (Box<Object> self, String v) -> v.toUpperCase(java.util.Locale.ROOT));
        assertEquals("A", box.both("a"));
        Refused.with(Code.WRONG_ARGUMENT, () -> box.both(42), "java.lang.Integer", "java.lang.String", "both(");
    }

    @Test
    void a_narrower_function_around_meets_what_it_cannot_take_as_our_error() {
        Box<Object> box = new Box<>();
        Patch.on(box)
                .around(
                        "both",
                        (Original1<Integer, Object> original, Box<Object> self, Integer v) -> original.call(v + 1));
        assertEquals(2, box.both(1));
        Refused.with(Code.WRONG_ARGUMENT, () -> box.both("text"), "java.lang.String", "java.lang.Integer");
    }

    interface Heard<T> {
        default String m(T what) {
            return "heard " + what;
        }
    }

    interface HeardText extends Heard<String> {
        @Override
        default String m(String what) {
            return "text " + what;
        }
    }

    static class Listener implements HeardText {}

    @Test
    void a_function_without_declared_types_means_a_default_method_that_an_interface_overrides_through_a_bridge() {
        Listener listener = new Listener();
        Patch.on(listener).method("m", (self, what) -> "patched " + what);
        Heard<String> generic = listener;
        assertEquals("patched x", listener.m("x"));
        assertEquals("patched y", generic.m("y"));
        assertEquals("text z", new Listener().m("z"));
    }

    @Test
    void a_default_method_that_an_interface_overrides_through_a_bridge_is_reached_by_either_signature() {
        for (Class<?> type : List.of(Object.class, String.class)) {
            Listener listener = new Listener();
            Patch.on(listener).overload("m", type).<Listener, Object, String>method((self, what) -> "patched " + what);
            Heard<String> generic = listener;
            assertEquals("patched x", listener.m("x"), type.getName());
            assertEquals("patched y", generic.m("y"), type.getName());
        }
    }

    abstract static class HiddenSpeaker {
        public String say(String what) {
            return "say " + what;
        }
    }

    /** javac gives this class a bridge of say(String), beside its own say(int). */
    public static class Speaker extends HiddenSpeaker {
        public String say(int number) {
            return "number " + number;
        }
    }

    @Test
    void a_visibility_bridge_beside_an_overload_is_chosen_by_the_function_s_types() {
        Speaker speaker = new Speaker();
        Patch.on(speaker).method("say", (Speaker self, String what) -> "patched " + what);
        assertEquals("patched x", speaker.say("x"));
        assertEquals("patched x", ((HiddenSpeaker) speaker).say("x"));
        assertEquals("number 1", speaker.say(1));
    }

    @Test
    void a_visibility_bridge_beside_an_overload_is_named_as_an_overload() {
        Speaker speaker = new Speaker();
        Patch.on(speaker).overload("say", String.class).method((Speaker self, String what) -> "patched " + what);
        assertEquals("patched x", speaker.say("x"));
        assertEquals("patched x", ((HiddenSpeaker) speaker).say("x"));
        assertEquals("number 1", speaker.say(1));
    }
}
