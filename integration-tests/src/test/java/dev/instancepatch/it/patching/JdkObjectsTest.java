package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Objects of JDK classes, methods inherited from them, and default methods are patched; in a JVM of their own. */
class JdkObjectsTest {
    private static FinishedJvm jvm;

    @BeforeAll
    static void run() {
        jvm = ForkedJvm.withAgent()
                .classPath(Fixtures.compile("jdk-objects"))
                .run("jdkobjects.Main")
                .expectSuccess();
    }

    @TestFactory
    Stream<DynamicTest> one_object_is_patched_and_others_are_not() {
        return Map.ofEntries(
                        Map.entry("ArrayList", "42 1"),
                        Map.entry("ArrayList restored", "1 false"),
                        Map.entry("Date", "99 patched 5"),
                        Map.entry("HashMap", "v-a own"),
                        Map.entry("ConcurrentHashMap", "own! own"),
                        Map.entry("StringBuilder", "7 1"),
                        Map.entry("Random", "4"),
                        Map.entry("SimpleDateFormat", "patched yyyy"),
                        Map.entry("inherited from the JDK", "42 0"),
                        Map.entry("default method", "patched patched! thank you!"),
                        Map.entry("default method around", "<patched!>"),
                        Map.entry("Object", "an object true"),
                        Map.entry("clone", "99 5"),
                        Map.entry("after everything", "2 2 1"))
                .entrySet()
                .stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> assertEquals(e.getValue(), jvm.fact(e.getKey()))));
    }

    @TestFactory
    Stream<DynamicTest> what_dispatch_itself_links_through_is_refused() {
        return Stream.of("Thread", "ClassLoader", "ThreadLocal", "WeakReference", "MethodType", "getClass")
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertTrue(
                                jvm.fact(name).startsWith("UNPATCHABLE_METHOD [unpatchable-method] "),
                                jvm.fact(name))));
    }

    @Test
    void nothing_is_printed_by_the_agent() {
        assertEquals("", jvm.err());
    }
}
