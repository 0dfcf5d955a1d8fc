package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import dev.instancepatch.it.Refused;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.descriptive.SynchronizedSummaryStatistics;
import org.junit.jupiter.api.Test;

/** A class of a library that nobody here wrote, compiled before there were invokedynamic and stack map frames. */
class OldClassFileTest {
    private static SummaryStatistics statistics() {
        SummaryStatistics statistics = new SummaryStatistics();
        statistics.addValue(2);
        statistics.addValue(4);
        return statistics;
    }

    private final SummaryStatistics patched = statistics();
    private final SummaryStatistics other = statistics();

    @Test
    void the_class_file_is_as_old_as_this_test_says() throws IOException {
        try (DataInputStream in =
                new DataInputStream(SummaryStatistics.class.getResourceAsStream("SummaryStatistics.class"))) {
            in.readInt();
            in.readUnsignedShort();
            assertTrue(in.readUnsignedShort() <= 49);
        }
    }

    @Test
    void a_double_is_replaced() {
        Patch.on(patched).method("getMean", self -> 42.0);
        assertEquals(42.0, patched.getMean());
        assertEquals(3.0, other.getMean());
        assertEquals(6.0, patched.getSum());
    }

    @Test
    void a_long_is_replaced_and_widens() {
        Patch.on(patched).method("getN", self -> 7);
        assertEquals(7L, patched.getN());
        assertEquals(2L, other.getN());
    }

    @Test
    void a_result_that_does_not_fit_is_refused_at_the_call() {
        Replacement0<SummaryStatistics, Object> text = self -> self.getSum() > 0 ? (Object) "text" : 1;
        Patch.on(patched).method("getMean", text);
        Refused.with(Code.WRONG_RESULT, patched::getMean, "double", "java.lang.String");
        Patch.on(patched).method("getN", self -> null);
        Refused.with(Code.NULL_RESULT, patched::getN, "long");
    }

    @Test
    void an_object_is_replaced() {
        Patch.on(patched).method("toString", self -> "patched");
        assertEquals("patched", patched.toString());
    }

    @Test
    void a_void_method_with_a_double_parameter_is_replaced() {
        Patch.on(patched).voidMethod("addValue", (SummaryStatistics self, Double value) -> {});
        patched.addValue(100);
        other.addValue(6);
        assertEquals(2, patched.getN());
        assertEquals(3, other.getN());
    }

    @Test
    void around_calls_the_original_with_changed_arguments() {
        Patch.on(patched)
                .around(
                        "addValue",
                        (dev.instancepatch.Original1<Double, Object> original, SummaryStatistics self, Double value) ->
                                original.call(value * 10));
        patched.addValue(1);
        assertEquals(16.0, patched.getSum());
    }

    @Test
    void an_interceptor_calls_the_original() {
        Patch.on(patched).intercept("getMean", call -> call.<Double>original() + 1);
        assertEquals(4.0, patched.getMean());
        patched.addValue(6);
        assertEquals(5.0, patched.getMean());
    }

    @Test
    void a_self_call_reaches_the_patch() {
        Patch.on(patched).method("getVariance", self -> 9.0);
        assertEquals(9.0, patched.getSummary().getVariance());
        assertEquals(2.0, other.getSummary().getVariance());
    }

    @Test
    void restore_returns_to_the_own_method() {
        Patch.on(patched).method("getMean", self -> 42.0).restore("getMean");
        assertEquals(3.0, patched.getMean());
    }

    @Test
    void a_subclass_that_overrides_calls_the_superclass_body_once() {
        SynchronizedSummaryStatistics subclass = new SynchronizedSummaryStatistics();
        subclass.addValue(2);
        Patch.on(subclass)
                .intercept("addValue", call -> call.original((Double) call.argument(0) + 1))
                .method("getMin", self -> -1.0);
        subclass.addValue(3);
        assertEquals(2, subclass.getN());
        assertEquals(6.0, subclass.getSum());
        assertEquals(-1.0, subclass.getMin());
        assertEquals(4.0, subclass.getMax());
    }

    @Test
    void an_exception_reaches_the_caller_as_it_is() {
        Patch.on(patched).method("getMean", self -> {
            throw new IOException("mine");
        });
        assertEquals("mine", assertThrows(IOException.class, patched::getMean).getMessage());
    }

    @Test
    void arrays_go_in_and_out() {
        var old = new org.apache.commons.math3.stat.descriptive.DescriptiveStatistics();
        old.addValue(1);
        Patch.on(old).method("getValues", self -> new double[] {7, 8});
        assertArrayEquals(new double[] {7, 8}, old.getValues());
        Patch.on(old).intercept("apply", call -> call.arguments().length + 0.5);
        assertEquals(1.5, old.apply(new org.apache.commons.math3.stat.descriptive.moment.Mean()));
    }

    @Test
    void a_stack_trace_of_a_throwing_replacement_shows_two_frames_of_ours_at_most() {
        Patch.on(patched).method("getMean", self -> {
            throw new IllegalStateException("mine");
        });
        Patch.on(patched).intercept("getSum", call -> {
            throw new IllegalStateException("mine");
        });
        assertFewOfOurs(assertThrows(IllegalStateException.class, patched::getMean));
        assertFewOfOurs(assertThrows(IllegalStateException.class, patched::getSum));
    }

    private static void assertFewOfOurs(Throwable thrown) {
        assertEquals(
                OldClassFileTest.class.getName(),
                thrown.getStackTrace()[0].getClassName(),
                "the replacement is on top");
        List<String> ours = Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(c -> c.startsWith("dev.instancepatch.") && !c.startsWith("dev.instancepatch.it.")
                        || c.startsWith("java.io.InstancePatch"))
                .toList();
        assertTrue(ours.size() <= 2, () -> "frames of ours: " + ours);
    }
}
