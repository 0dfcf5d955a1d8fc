package dev.instancepatch.it.serialization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Patched methods that the reader's version of the class has otherwise, or not at all, and readers that cannot patch: the stream is
 * refused by name, or read as if that object had never been patched, with all others as they were sent.
 */
class TargetsTest {
    private static final String AROUND_PATCHED = ", SQUAWK true, SQUAWK true, SQUAWK true, hello, true, end";
    private static final String AROUND_PLAIN = ", hello, hello, hello, hello, true, end";

    /** What patched objects say that fit the reader's class. */
    private static final Map<String, String> FIT = new TreeMap<>(Map.of(
            "other-modifiers", "SQUAWK",
            "still-implements", "SQUAWK",
            "overridden", "overridden, SQUAWK", // by way of super.upper()
            "lasting", "SQUAWK"));

    /** What the reader's class says itself. */
    private static final Map<String, String> UNPATCHED = new TreeMap<>(Map.ofEntries(
            Map.entry("method-gone", "hello"),
            Map.entry("other-parameter", "hello you"),
            Map.entry("other-result", "hello"),
            Map.entry("now-static", "hello"),
            Map.entry("now-abstract", "hello"),
            Map.entry("now-native", "NowNative"),
            Map.entry("moved-up", "hello"),
            Map.entry("moved-down", "upper"),
            Map.entry("parent-gone", "hello"),
            Map.entry("no-more-implements", "hello"),
            Map.entry("self-of-old-name", "hello"),
            Map.entry("other-modifiers", "hello"),
            Map.entry("still-implements", "hello"),
            Map.entry("overridden", "overridden, upper"),
            Map.entry("lasting", "hello")));

    private static final Map<String, List<String>> REFUSED = new TreeMap<>(Map.ofEntries(
            missing("method-gone", "MethodGone.gone"),
            missing("other-parameter", "OtherParameter.greet"),
            missing("other-result", "OtherResult.hi"),
            missing("now-static", "NowStatic.hi"),
            missing("now-abstract", "Concrete.hi"),
            missing("now-native", "NowNative.hi"),
            missing("moved-up", "MovedUp.hi"),
            missing("moved-down", "Upper.upper"),
            missing("parent-gone", "Leaving.hi"),
            missing("no-more-implements", "Default.hi"),
            Map.entry("self-of-old-name", List.of("[cannot-link]", "arriving.Moved.hi", "leaving.Moved"))));

    private static Exchange sent;

    private static Map.Entry<String, List<String>> missing(String name, String method) {
        return Map.entry(name, List.of("[target-missing]", "evolving.Targets$" + method));
    }

    @BeforeAll
    static void send() {
        sent = Exchange.written(ForkedJvm.withAgent(), "Targets", true);
    }

    private static FinishedJvm read(ForkedJvm jvm) {
        return sent.read(jvm, "Targets");
    }

    private static Stream<DynamicTest> all(java.util.function.Consumer<String> check) {
        return UNPATCHED.keySet().stream().map(name -> DynamicTest.dynamicTest(name, () -> check.accept(name)));
    }

    private static void assertRefused(List<String> parts, String said) {
        assertTrue(said.startsWith("RefusedPatchException ["), said);
        for (String part : parts) {
            assertTrue(said.contains(part), () -> "\"" + part + "\" is missing in: " + said);
        }
    }

    private static long warnings(FinishedJvm jvm) {
        return jvm.err().lines().filter(line -> line.contains("refused=strip")).count();
    }

    @TestFactory
    Stream<DynamicTest> a_patch_that_fits_arrives_and_another_is_refused_by_name() {
        FinishedJvm reader = read(ForkedJvm.withAgent("trust=all"));
        return all(name -> {
            if (REFUSED.containsKey(name)) {
                assertRefused(REFUSED.get(name), reader.fact(name));
            } else {
                assertEquals(FIT.get(name) + AROUND_PATCHED, reader.fact(name));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> where_refused_patches_are_stripped_the_object_is_unpatched_and_all_others_are_patched() {
        FinishedJvm reader = read(ForkedJvm.withAgent("trust=all,refused=strip"));
        return all(name -> {
            String said = REFUSED.containsKey(name) ? UNPATCHED.get(name) : FIT.get(name);
            assertEquals(said + AROUND_PATCHED, reader.fact(name));
        });
    }

    @Test
    void each_strip_is_a_warning_that_names_the_method() {
        FinishedJvm reader = read(ForkedJvm.withAgent("trust=all,refused=strip"));
        assertEquals(REFUSED.size(), warnings(reader), reader::err);
        REFUSED.forEach(
                (name, parts) -> parts.forEach(part -> assertTrue(reader.err().contains(part), reader::err)));
    }

    @Test
    void what_an_attempt_in_vain_refused_leaves_the_class_patchable() {
        FinishedJvm reader = read(ForkedJvm.withAgent("trust=all,refused=strip"));
        assertTrue(!reader.err().contains("left unwoven"), reader::err);
    }

    @TestFactory
    Stream<DynamicTest> a_plain_reader_sees_unpatched_objects() {
        FinishedJvm reader = read(ForkedJvm.plain());
        return all(name -> assertEquals(UNPATCHED.get(name) + AROUND_PLAIN, reader.fact(name)));
    }

    @TestFactory
    Stream<DynamicTest> a_reader_that_excludes_the_class_refuses_by_name() {
        FinishedJvm reader = read(ForkedJvm.withAgent("trust=all,exclude=evolving.*:arriving.*"));
        return all(name -> assertRefused(
                FIT.containsKey(name)
                        ? List.of("[target-missing]", "[excluded-class]", "evolving.Targets$")
                        : List.of(),
                reader.fact(name)));
    }

    @TestFactory
    Stream<DynamicTest> a_reader_that_excludes_the_class_and_strips_sees_unpatched_objects() {
        FinishedJvm reader = read(ForkedJvm.withAgent("trust=all,exclude=evolving.*:arriving.*,refused=strip"));
        return all(name -> assertEquals(UNPATCHED.get(name) + AROUND_PLAIN, reader.fact(name)));
    }

    @TestFactory
    Stream<DynamicTest> a_reader_with_the_runtime_and_no_agent_refuses() {
        FinishedJvm reader = read(ForkedJvm.plain().classPath(Jars.runtime()));
        return all(
                name -> assertRefused(List.of("[no-agent]", "-javaagent:instance-patch-agent.jar"), reader.fact(name)));
    }

    @TestFactory
    Stream<DynamicTest> a_reader_with_the_runtime_and_no_agent_that_strips_sees_unpatched_objects() {
        FinishedJvm reader =
                read(ForkedJvm.plain().classPath(Jars.runtime()).jvmArgument("-Dinstancepatch.refused=strip"));
        assertTrue(warnings(reader) > 0, reader::err);
        return all(name -> assertEquals(UNPATCHED.get(name) + AROUND_PLAIN, reader.fact(name)));
    }

    @Test
    void reading_never_loads_an_agent() {
        for (String policy : new String[] {"fail", "strip"}) {
            FinishedJvm reader =
                    read(ForkedJvm.plain().classPath(Jars.agent()).jvmArgument("-Dinstancepatch.refused=" + policy));
            String said = reader.fact("lasting");
            assertTrue(
                    policy.equals("strip") ? said.equals("hello" + AROUND_PLAIN) : said.contains("[no-agent]"), said);
            assertEquals("none", reader.fact("door"));
        }
        assertEquals("java.io.InstancePatchDoor", read(ForkedJvm.withAgent()).fact("door"));
    }
}
