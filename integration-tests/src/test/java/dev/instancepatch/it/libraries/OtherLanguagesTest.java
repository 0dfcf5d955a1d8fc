package dev.instancepatch.it.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.instancepatch.Patch;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyObject;
import groovy.util.Expando;
import groovy.util.Node;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import kotlin.Pair;
import kotlin.text.Regex;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Some;
import scala.Tuple2;
import scala.collection.mutable.ArrayBuffer;

/** Classes that javac did not compile. */
class OtherLanguagesTest {
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            @SuppressWarnings("unchecked")
            T copy = (T) in.readObject();
            assertNotSame(object, copy);
            return copy;
        }
    }

    // Kotlin

    @Test
    void a_Kotlin_library_s_buffer_is_patched() {
        Buffer buffer = new Buffer();
        buffer.writeUtf8("abc");
        Patch.on(buffer)
                .around(
                        "readUtf8",
                        (dev.instancepatch.Original0<String> original, Buffer self) -> "<" + original.call() + ">")
                .method("exhausted", self -> true);
        assertEquals(true, buffer.exhausted());
        assertEquals("<abc>", buffer.readUtf8());
        Buffer other = new Buffer();
        other.writeUtf8("abc");
        assertEquals("abc", other.readUtf8());
    }

    @Test
    void a_self_call_inside_a_Kotlin_class_reaches_the_patch() throws Exception {
        Buffer buffer = new Buffer();
        buffer.writeUtf8("one\ntwo\n");
        Patch.on(buffer).overload("readUtf8LineStrict", long.class).method((self, limit) -> "patched");
        assertEquals("patched", buffer.readUtf8LineStrict());
        Patch.on(buffer).restoreAll();
        assertEquals("one", buffer.readUtf8LineStrict());
    }

    @Test
    void a_Kotlin_property_with_a_companion_beside_it_is_patched() {
        ByteString bytes = ByteString.encodeUtf8("abc");
        Patch.on(bytes).method("hex", self -> "patched").method("size", self -> 42);
        assertEquals("patched", bytes.hex());
        assertEquals(42, bytes.size());
        assertEquals(3, ByteString.encodeUtf8("abc").size());
    }

    @Test
    void a_Kotlin_data_class_is_patched_and_travels() throws Exception {
        Pair<String, String> pair = new Pair<>("a", "b");
        Patch.on(pair)
                .method("component1", self -> "patched")
                .around("toString", (original, self) -> original.call() + "!");
        assertEquals("patched", pair.component1());
        assertEquals("(a, b)!", pair.toString());
        assertEquals("a", pair.copy("a", "b").component1());
        assertEquals("patched", copy(pair).component1());
    }

    @Test
    void a_Kotlin_method_with_defaults_is_patched_for_callers_that_use_them() throws Exception {
        Regex regex = new Regex("b");
        Patch.on(regex)
                .overload("split", CharSequence.class, int.class)
                .method((self, text, limit) -> List.of("patched"));
        assertEquals(List.of("patched"), regex.split("abc", 0));
        assertEquals(
                List.of("patched"),
                Regex.class // synthetic, so javac does not see it
                        .getMethod("split$default", Regex.class, CharSequence.class, int.class, int.class, Object.class)
                        .invoke(null, regex, "abc", 0, 2, null));
    }

    // Scala

    @Test
    void a_Scala_collection_is_patched() {
        ArrayBuffer<String> buffer = new ArrayBuffer<>();
        buffer.addOne("a");
        Patch.on(buffer)
                .method("length", self -> 42)
                .method("apply", (ArrayBuffer<String> self, Integer index) -> "patched");
        assertEquals(42, buffer.length());
        assertEquals("patched", buffer.apply(0));
        ArrayBuffer<String> other = new ArrayBuffer<>();
        other.addOne("a");
        assertEquals("a", other.apply(0));
        assertEquals(1, other.length());
    }

    @Test
    void a_method_that_a_Scala_class_has_from_a_trait_is_patched() {
        ArrayBuffer<String> buffer = new ArrayBuffer<>();
        buffer.addOne("a");
        Patch.on(buffer).overload("mkString", String.class).method((self, separator) -> "patched" + separator);
        assertEquals("patched,", buffer.mkString(","));
        assertEquals("", new ArrayBuffer<String>().mkString(","));
    }

    @Test
    void a_Scala_case_class_is_patched_and_travels() throws Exception {
        Some<String> some = new Some<>("a");
        Patch.on(some).method("value", self -> "patched").method("isEmpty", self -> true);
        assertEquals("patched", some.value());
        assertEquals(true, some.isEmpty());
        assertEquals("patched", copy(some).value());
        assertEquals("a", Option.apply("a").get());
    }

    @Test
    void a_Scala_tuple_is_patched() {
        Tuple2<String, Integer> tuple = new Tuple2<>("a", 1);
        Patch.on(tuple).method("_1", self -> "patched").around("swap", (original, self) -> original.call());
        assertEquals("patched", tuple._1());
        assertEquals("patched", tuple.swap()._2());
        assertEquals("a", new Tuple2<>("a", 1)._1());
    }

    // Groovy

    @Test
    void a_Groovy_library_s_node_is_patched() {
        Node node = new Node(null, "a");
        Patch.on(node).method("name", self -> "patched");
        assertEquals("patched", node.name());
        assertEquals("a", new Node(null, "a").name());
    }

    @Test
    void a_Groovy_expando_is_patched() {
        Expando expando = new Expando();
        expando.setProperty("colour", "grey");
        Patch.on(expando).intercept("getProperty", call -> "patched " + call.<Object>original());
        assertEquals("patched grey", expando.getProperty("colour"));
        Expando other = new Expando();
        other.setProperty("colour", "grey");
        assertEquals("grey", other.getProperty("colour"));
    }

    private static GroovyObject turkey() throws Exception {
        try (GroovyClassLoader loader = new GroovyClassLoader(OtherLanguagesTest.class.getClassLoader())) {
            Class<?> type = loader.parseClass("""
                    class Turkey {
                        String name = "own"
                        String hi() { "hello" }
                        String shown() { "<" + hi() + ">" }
                        String greet(String who = "you") { "hello " + who }
                    }
                    """);
            return (GroovyObject) type.getDeclaredConstructor().newInstance();
        }
    }

    @Test
    void a_class_compiled_by_Groovy_is_patched_for_its_dynamic_calls_too() throws Exception {
        GroovyObject turkey = turkey();
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        assertEquals("SQUAWK", turkey.invokeMethod("hi", null));
        assertEquals("<SQUAWK>", turkey.invokeMethod("shown", null));
        Patch.on(turkey).restoreAll();
        assertEquals("<hello>", turkey.invokeMethod("shown", null));
        assertFalse(Patch.isPatched(turkey));
    }

    @Test
    void a_Groovy_property_is_patched_by_its_getter() throws Exception {
        GroovyObject turkey = turkey();
        Patch.on(turkey).method("getName", self -> "patched");
        assertEquals("patched", turkey.getProperty("name"));
        assertEquals("own", turkey().getProperty("name"));
    }

    @Test
    void a_Groovy_method_with_a_default_parameter_is_patched_behind_it() throws Exception {
        GroovyObject turkey = turkey();
        Patch.on(turkey).overload("greet", String.class).method((self, who) -> "patched " + who);
        assertEquals("patched you", turkey.invokeMethod("greet", null));
        assertEquals("patched me", turkey.invokeMethod("greet", "me"));
    }
}
