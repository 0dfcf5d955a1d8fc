package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A function that would not mean the same elsewhere is refused while it is written, by name and with a way out. */
class RefusedFunctionsTest {
    private static FinishedJvm sent;
    private static FinishedJvm received;
    private static FinishedJvm sentWithSnapshots;
    private static FinishedJvm receivedWithSnapshots;

    @BeforeAll
    static void send() {
        Trip trip = Trip.begin();
        sent = trip.run(sender("trust=local"), "refused.Refusals");
        received = trip.run(Trip.abroad("trust=all"), "receiver.Main");
        Trip withSnapshots = Trip.begin();
        sentWithSnapshots = withSnapshots.run(sender("captured-this=snapshot"), "refused.Refusals");
        receivedWithSnapshots = withSnapshots.run(Trip.abroad("trust=all"), "receiver.Main");
    }

    private static ForkedJvm sender(String options) {
        return ForkedJvm.withAgent(options)
                .classPath(Fixtures.compile("functions-refused", Trip.shared(), Journey.harness()))
                .classPath(Trip.shared(), Journey.harness());
    }

    @TestFactory
    Stream<DynamicTest> a_captured_value_that_is_not_Serializable_is_refused_with_its_path() {
        return Stream.of(
                refused("captured-thread", "java.lang.Thread is not Serializable", "captured argument 1"),
                refused(
                        "captured-deep",
                        "refused.Captured$Plain is not Serializable",
                        "captured argument 1 (refused.Captured$Carrier) → inside → things[0]"),
                refused("captured-in-a-list", "refused.Captured$Plain is not Serializable", "(java.util.ArrayList)[1]"),
                refused(
                        "captured-in-a-map",
                        "refused.Captured$Plain is not Serializable",
                        "(java.util.HashMap)[value]"),
                refused("captured-by-a-captured-lambda", "refused.Captured$Plain is not Serializable"),
                refused(
                        "captured-by-a-captured-lambda-in-a-list",
                        "refused.Captured$Plain is not Serializable",
                        "(java.util.ArrayList)[0]"),
                refused("captured-by-a-class", "refused.Captured$Plain is not Serializable", "→ held"),
                refused("captured-by-an-anonymous-class", "refused.Captured$Plain is not Serializable", "val$plain"),
                refused("captured-by-a-reference", "refused.Captured$Plain is not Serializable"),
                refused("captured-by-an-own-writeObject", "on purpose"));
    }

    @TestFactory
    Stream<DynamicTest> a_static_field_that_may_change_is_refused_by_name() {
        return Stream.of(
                refused("static-read", "refused.Statics.counter"),
                refused("static-written", "refused.Statics.changing"),
                refused("static-volatile", "refused.Statics.flag"),
                refused("static-in-a-helper", "refused.Statics.counter"),
                refused("static-of-another-class", "refused.Statics$Other.count"),
                refused("static-of-a-nested-class", "refused.Statics$Numbered.next"),
                refused("static-of-a-superclass", ".counter"),
                refused("static-of-a-function-class", "refused.Statics$Counting.calls"),
                refused("static-in-a-lambda-inside", "refused.Statics.counter"));
    }

    @TestFactory
    Stream<DynamicTest> a_refusal_of_a_static_field_says_what_to_do() {
        return Stream.of("static-read", "static-in-a-helper", "static-of-a-function-class")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    String said = sent.fact(name);
                    assertTrue(said.contains("local variable") || said.contains(" final"), said);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_constant_whose_value_is_not_Serializable_is_refused_by_name() {
        return Stream.of(
                refused("value-object", "refused.Statics.LOCK", "java.lang.Object"),
                refused("value-thread", "refused.Statics.THREAD", "java.lang.Thread"),
                refused("value-lock-holder", "refused.Statics.LOCKS", "refused.Statics$LockHolder"),
                refused("value-socket", "refused.Statics.SOCKET", "java.net.Socket"),
                refused("value-stream-of-bytes", "refused.Statics.STREAM", "java.io.ByteArrayInputStream"),
                refused("value-iterator", "refused.Statics.ITERATOR", "java.util."),
                refused("value-stream", "refused.Statics.IN_FLIGHT", "java.util.stream."),
                refused("value-thread-local", "refused.Statics.LOCAL", "java.lang.ThreadLocal"),
                refused("value-deep-inside", "refused.Statics.DEEP", "refused.Statics$LockHolder"),
                refused("value-of-a-nested-class", "refused.Statics$Other.WAITING", "java.lang.Thread"));
    }

    @TestFactory
    Stream<DynamicTest> a_captured_this_is_refused_with_the_member_that_forced_it() {
        return Stream.of(
                refused("this-field", "captures this", "refused.This", "name"),
                refused("this-fields", "captures this", "refused.This", "name"),
                refused("this-inherited-field", "captures this", "refused.This", "inherited"),
                refused("this-field-in-a-lambda-inside", "captures this", "refused.This", "name"),
                refused("this-field-written", "captures this", "refused.This", "count"),
                refused("this-field-not-serializable", "captures this", "refused.This", "plain"),
                refused("this-method", "captures this", "refused.This", "described"),
                refused("this-itself", "captures this", "refused.This"),
                refused("this-super-method", "captures this", "refused.This", "described"),
                refused("this-super-reference", "captures this", "refused.This"),
                refused("this-reference", "refused.This"),
                refused("this-of-an-anonymous-class", "refused.This", "this$0"),
                refused("this-of-an-inner-class", "refused.This", "this$0"));
    }

    @TestFactory
    Stream<DynamicTest> with_snapshots_the_fields_of_this_travel() {
        return Stream.of(
                answered("this-field", "field tom"),
                answered("this-fields", "tom3b"),
                answered("this-inherited-field", "inherited from the parent"),
                answered("this-field-in-a-lambda-inside", "inside tom"));
    }

    private static DynamicTest answered(String name, String said) {
        return DynamicTest.dynamicTest(
                name, () -> assertEquals(said, receivedWithSnapshots.fact(name), () -> sentWithSnapshots.fact(name)));
    }

    @TestFactory
    Stream<DynamicTest> with_snapshots_all_else_of_this_is_refused() {
        return Stream.of(
                refusedBy(sentWithSnapshots, "this-field-written", "refused.This", "count"),
                refusedBy(sentWithSnapshots, "this-field-not-serializable", "refused.Captured$Plain", "plain"),
                refusedBy(sentWithSnapshots, "this-method", "refused.This", "described"),
                refusedBy(sentWithSnapshots, "this-method-and-field", "refused.This", "described"),
                refusedBy(sentWithSnapshots, "this-itself", "refused.This"),
                refusedBy(sentWithSnapshots, "this-super-method", "refused.This", "described"),
                refusedBy(sentWithSnapshots, "this-super-reference", "refused.This"));
    }

    @TestFactory
    Stream<DynamicTest> code_that_is_not_there_is_refused_by_name() {
        return Stream.of(
                refused("native", "refused.Unknown$Native", "number"),
                refused("native-static", "refused.Unknown$Native", "counted"),
                refused("native-of-a-function-class", "refused.Unknown$NativeFunction", "apply"),
                refused("no-class-file", "refused.Lost"),
                refused("no-class-file-of-a-captured-instance", "refused.Lost"),
                refused("no-class-file-of-a-lambda-s-writer", "refused.Lost"),
                refused("hidden-class", "refused.Lost"));
    }

    private static DynamicTest refused(String name, String... parts) {
        return refusedBy(sent, name, parts);
    }

    private static DynamicTest refusedBy(FinishedJvm jvm, String name, String... parts) {
        return DynamicTest.dynamicTest(name, () -> assertRefused(name, jvm.fact(name), parts));
    }

    private static void assertRefused(String name, String said, String... parts) {
        assertTrue(said.startsWith("dev.instancepatch.PatchException: [not-capturable] "), () -> name + ": " + said);
        assertTrue(said.contains("shared.Bird.hi"), () -> "the patched method is missing in: " + said);
        assertTrue(said.contains("local()"), () -> "the way out is missing in: " + said);
        for (String part : parts) {
            assertTrue(said.contains(part), () -> name + ": \"" + part + "\" is missing in: " + said);
        }
    }

    @TestFactory
    Stream<DynamicTest> what_merely_stands_beside_a_function_is_no_hindrance() {
        return Stream.of(
                alive("unused", "uses none"),
                alive("this-unused", "no this"),
                alive("captured-in-a-transient-field", "forgot null"));
    }

    private static DynamicTest alive(String name, String said) {
        return DynamicTest.dynamicTest(name, () -> assertEquals(said, received.fact(name), () -> sent.fact(name)));
    }

    /** Compilers differ in what they capture, and there may be ways to carry what this version cannot. */
    @TestFactory
    Stream<DynamicTest> what_may_or_may_not_travel_is_right_or_refused_by_name() {
        return Stream.of(
                rightOrRefused("this-unused-by-an-anonymous-class", "no this", "refused.This"),
                rightOrRefused("proxy", "by proxy", "Proxy"),
                rightOrRefused("value-function", "not Serializable", "refused.Statics.FUNCTION"),
                rightOrRefused("field-of-a-hidden-class-of-the-package", "keeping hidden kept", "shared.Hidden"),
                rightOrRefused(
                        "captured-field-of-a-hidden-class-of-the-package", "keeping hidden captured", "shared.Hidden"),
                rightOrRefused("extends-a-hidden-class-of-the-package", "hidden extended", "shared.Hidden"));
    }

    private static DynamicTest rightOrRefused(String name, String answer, String part) {
        return DynamicTest.dynamicTest(name, () -> {
            if (sent.fact(name).matches("\\d+")) {
                assertEquals(answer, received.fact(name), name);
            } else {
                assertRefused(name, sent.fact(name), part);
            }
        });
    }
}
