package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Patch;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However the method is called, the patch is what answers. */
class AnyCallerTest {
    interface Singer {
        String sing(String song);
    }

    abstract static class Bird implements Singer {
        abstract String name();

        String introduce() {
            return "I am " + name() + ", I sing " + sing("la");
        }
    }

    static class Thrush extends Bird {
        @Override
        String name() {
            return "thrush";
        }

        @Override
        public String sing(String song) {
            return song;
        }

        Thrush self() {
            return this;
        }
    }

    private final Thrush thrush = new Thrush();

    @BeforeEach
    void patch() {
        Patch.on(thrush).method("sing", (self, song) -> song + "!").method("name", self -> "nobody");
    }

    @Test
    void a_call_through_the_class_reaches_the_patch() {
        assertEquals("la!", thrush.sing("la"));
    }

    @Test
    void a_call_through_the_superclass_reaches_the_patch() {
        Bird bird = thrush;
        assertEquals("nobody", bird.name());
    }

    @Test
    void a_call_through_the_interface_reaches_the_patch() {
        Singer singer = thrush;
        assertEquals("la!", singer.sing("la"));
    }

    @Test
    void a_self_call_reaches_the_patch() {
        assertEquals("I am nobody, I sing la!", thrush.introduce());
        assertEquals("I am thrush, I sing la", new Thrush().introduce());
    }

    @Test
    void reflection_reaches_the_patch() throws Exception {
        assertEquals("la!", Thrush.class.getMethod("sing", String.class).invoke(thrush, "la"));
        assertEquals("la!", Singer.class.getMethod("sing", String.class).invoke(thrush, "la"));
        assertEquals("la", Singer.class.getMethod("sing", String.class).invoke(new Thrush(), "la"));
    }

    @Test
    void a_method_handle_reaches_the_patch() throws Throwable {
        MethodHandle sing = MethodHandles.lookup()
                .findVirtual(Singer.class, "sing", MethodType.methodType(String.class, String.class));
        assertEquals("la!", (String) sing.invoke((Singer) thrush, "la"));
        assertEquals("la", (String) sing.invoke((Singer) new Thrush(), "la"));
    }

    @Test
    void a_method_reference_reaches_the_patch() {
        Supplier<String> name = thrush::name;
        assertEquals("nobody", name.get());
    }

    @Test
    void references_made_before_the_patch_reach_it() throws Throwable {
        Thrush fresh = new Thrush();
        Supplier<String> reference = fresh::name;
        MethodHandle handle = MethodHandles.lookup()
                .findVirtual(Thrush.class, "name", MethodType.methodType(String.class))
                .bindTo(fresh);
        assertEquals("thrush", reference.get());
        Patch.on(fresh).method("name", self -> "later");
        assertEquals("later", reference.get());
        assertEquals("later", (String) handle.invoke());
    }

    static class Box<V> {
        V value;

        void set(V v) {
            value = v;
        }

        V get() {
            return value;
        }

        String show(V v) {
            return "box of " + v;
        }
    }

    static class StringBox extends Box<String> {
        @Override
        void set(String v) {
            value = v + "s";
        }

        @Override
        String get() {
            return value;
        }

        @Override
        String show(String v) {
            return "string box of " + v;
        }
    }

    @Test
    void a_bridge_reaches_the_patch_and_fires_it_once() {
        StringBox box = new StringBox();
        AtomicInteger calls = new AtomicInteger();
        Patch.on(box).method("show", (self, v) -> "patched " + calls.incrementAndGet());
        Box<String> generic = box;
        assertEquals("patched 1", generic.show("x"));
        assertEquals("patched 2", box.show("x"));
        assertEquals("string box of x", new StringBox().show("x"));
    }

    @Test
    void a_typed_lambda_for_a_method_with_a_bridge_reaches_all_callers() {
        StringBox box = new StringBox();
        Patch.on(box).method("show", (StringBox self, String v) -> "patched " + v);
        Box<String> generic = box;
        assertEquals("patched x", generic.show("x"));
        assertEquals("patched x", box.show("x"));
    }

    @Test
    void around_through_a_bridge_runs_the_body_once() {
        StringBox box = new StringBox();
        Patch.on(box).around("set", (original, self, v) -> original.call(v + "!"));
        Box<String> generic = box;
        generic.set("a");
        assertEquals("a!s", box.value);
    }

    @Test
    void a_covariant_return_type_is_reached_through_both_declarations() {
        StringBox box = new StringBox();
        Patch.on(box).method("get", self -> "patched");
        Box<String> generic = box;
        assertEquals("patched", generic.get());
        assertEquals("patched", box.get());
    }

    static class ByLength implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            return a.length() - b.length();
        }
    }

    @Test
    void the_jdk_calls_the_patch_of_a_comparator() {
        ByLength order = new ByLength();
        Patch.on(order).method("compare", (ByLength self, String a, String b) -> b.length() - a.length());
        assertEquals(
                List.of("ccc", "bb", "a"),
                List.of("a", "ccc", "bb").stream().sorted(order).toList());
        assertEquals(
                List.of("a", "bb", "ccc"),
                List.of("a", "ccc", "bb").stream().sorted(new ByLength()).toList());
    }

    @Test
    void a_public_method_of_a_package_private_class_is_reached_through_its_public_subclass() throws Exception {
        PublicHen hen = new PublicHen();
        Patch.on(hen).method("cackle", self -> "patched");
        assertEquals("patched", hen.cackle());
        assertEquals("patched", PublicHen.class.getMethod("cackle").invoke(hen));
        assertEquals("cackle", new PublicHen().cackle());
    }

    static class HiddenHen {
        public String cackle() {
            return "cackle";
        }
    }

    /** javac gives this class a bridge, because cackle() comes from a class that others cannot see. */
    public static class PublicHen extends HiddenHen {}
}
