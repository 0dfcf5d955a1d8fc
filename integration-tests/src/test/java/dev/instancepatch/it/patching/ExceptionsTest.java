package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exceptions reach the caller as they are, and their stack traces lead to the replacement. */
class ExceptionsTest {
    static class Turkey {
        String hi() {
            return "hello";
        }

        String greet(Object who) {
            return "hello " + who;
        }

        String bodyFails() {
            throw new IllegalStateException("the body's");
        }
    }

    private final Turkey turkey = new Turkey();

    private static Replacement0<Turkey, String> throwing(Throwable thrown) {
        return self -> {
            throw thrown;
        };
    }

    @Test
    void an_unchecked_exception_reaches_the_caller_as_it_is() {
        RuntimeException thrown = new IllegalStateException("mine");
        Patch.on(turkey).method("hi", throwing(thrown));
        assertSame(thrown, assertThrows(IllegalStateException.class, turkey::hi));
    }

    @Test
    void a_checked_exception_that_the_method_does_not_declare_reaches_the_caller_as_it_is() {
        IOException thrown = new IOException("mine");
        Patch.on(turkey).method("hi", throwing(thrown));
        assertSame(thrown, assertThrows(IOException.class, turkey::hi));
    }

    @Test
    void an_error_reaches_the_caller_as_it_is() {
        Error thrown = new StackOverflowError("mine");
        Patch.on(turkey).method("hi", throwing(thrown));
        assertSame(thrown, assertThrows(StackOverflowError.class, turkey::hi));
    }

    @Test
    void an_exception_passes_around_and_interceptors_as_it_is() {
        IOException thrown = new IOException("mine");
        Patch.on(turkey).around("hi", (original, self) -> {
            throw thrown;
        });
        assertSame(thrown, assertThrows(IOException.class, turkey::hi));
        Patch.on(turkey).intercept("hi", call -> {
            throw thrown;
        });
        assertSame(thrown, assertThrows(IOException.class, turkey::hi));
    }

    @Test
    void the_body_s_exception_passes_through_original() {
        Patch.on(turkey).intercept("bodyFails", call -> call.original());
        assertEquals(
                "the body's",
                assertThrows(IllegalStateException.class, turkey::bodyFails).getMessage());
        Patch.on(turkey).around("bodyFails", (original, self) -> original.call());
        assertEquals(
                "the body's",
                assertThrows(IllegalStateException.class, turkey::bodyFails).getMessage());
    }

    @Test
    void a_class_cast_exception_of_the_replacement_s_own_is_not_mistaken_for_ours() {
        Patch.on(turkey).method("hi", self -> {
            Object number = 1;
            return (String) number;
        });
        assertThrows(ClassCastException.class, turkey::hi);
    }

    @Test
    void a_stack_trace_shows_the_file_and_line_of_a_replacement() {
        int line = here() + 1;
        Patch.on(turkey).method("hi", self -> fail());
        assertLeadsTo(line, assertThrows(IllegalStateException.class, turkey::hi));
    }

    @Test
    void a_stack_trace_shows_the_file_and_line_of_an_around() {
        int line = here() + 1;
        Patch.on(turkey).around("hi", (original, self) -> fail());
        assertLeadsTo(line, assertThrows(IllegalStateException.class, turkey::hi));
    }

    @Test
    void a_stack_trace_shows_the_file_and_line_of_an_interceptor() {
        int line = here() + 1;
        Patch.on(turkey).intercept("hi", call -> fail());
        assertLeadsTo(line, assertThrows(IllegalStateException.class, turkey::hi));
    }

    @Test
    void a_stack_trace_shows_the_file_and_line_of_a_function_with_narrower_parameters() {
        int line = here() + 1;
        Patch.on(turkey).method("greet", (Turkey self, String who) -> fail());
        assertLeadsTo(line, assertThrows(IllegalStateException.class, () -> turkey.greet("you")));
    }

    @Test
    void a_stack_trace_through_original_shows_two_frames_of_ours_at_most() {
        Patch.on(turkey).intercept("bodyFails", call -> call.original());
        assertFewOfOurs(assertThrows(IllegalStateException.class, turkey::bodyFails));
        Patch.on(turkey).around("bodyFails", (original, self) -> original.call());
        assertFewOfOurs(assertThrows(IllegalStateException.class, turkey::bodyFails));
    }

    private static String fail() {
        throw new IllegalStateException();
    }

    private static int here() {
        return StackWalker.getInstance()
                .walk(s -> s.skip(1).findFirst().orElseThrow())
                .getLineNumber();
    }

    private static void assertLeadsTo(int line, Throwable thrown) {
        StackTraceElement replacement = thrown.getStackTrace()[1];
        assertEquals("ExceptionsTest.java", replacement.getFileName());
        assertEquals(line, replacement.getLineNumber());
        assertFewOfOurs(thrown);
    }

    private static void assertFewOfOurs(Throwable thrown) {
        List<String> ours = Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(c -> c.startsWith("dev.instancepatch.") && !c.startsWith("dev.instancepatch.it."))
                .toList();
        assertTrue(ours.size() <= 2, () -> "frames of ours: " + ours);
    }
}
