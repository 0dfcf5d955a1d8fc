package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.instancepatch.Code;
import dev.instancepatch.Portable;
import dev.instancepatch.Task;
import dev.instancepatch.it.Refused;
import java.io.Serializable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is no function that could travel is refused where it is wrapped. */
class RefusedFunctionsTest {
    /** Has fields of its own. */
    private static final class Counter implements Supplier<Integer>, Serializable {
        private static final long serialVersionUID = 1L;

        private int count;

        @Override
        public Integer get() {
            return ++count;
        }
    }

    @SuppressWarnings("unchecked")
    private static <F extends Serializable> F unchecked(Object function) {
        return (F) function;
    }

    @Test
    void null_is_refused() {
        Refused.with(Code.NULL_ARGUMENT, () -> Portable.function(null), "Portable.function");
        Refused.with(Code.NULL_ARGUMENT, () -> Portable.task(null), "Portable.task");
    }

    @Test
    void an_object_that_is_no_lambda_is_refused_by_its_class() {
        Refused.with(Code.NOT_CAPTURABLE, () -> Portable.function(new Counter()), Counter.class.getTypeName());
        Refused.with(Code.NOT_CAPTURABLE, () -> Portable.function("text"), "java.lang.String");
    }

    @Test
    void a_lambda_that_is_not_Serializable_is_refused_although_the_compiler_was_deceived() {
        Function<String, String> plain = s -> s;
        Refused.with(Code.NOT_CAPTURABLE, () -> Portable.function(unchecked(plain)), "Serializable");
    }

    @Test
    void what_a_function_captured_is_not_looked_at_before_it_is_written() {
        Object lock = new Object();
        Supplier<Integer> function = Portable.function((Supplier<Integer> & Serializable) () -> lock.hashCode());
        assertEquals(lock.hashCode(), function.get());
    }

    @Test
    void a_wrapped_function_does_what_it_did() throws Exception {
        int[] calls = {0};
        Task<Integer> task = () -> ++calls[0];
        assertEquals(1, Portable.task(task).call());
        assertEquals(2, task.call());
        Task<Object> throwing = Portable.task(() -> {
            throw new java.io.IOException("as it is");
        });
        assertEquals(
                "as it is",
                assertThrows(java.io.IOException.class, throwing::call).getMessage());
        Task<Object> thrower = () -> {
            throw new IllegalStateException();
        };
        StackTraceElement bare =
                assertThrows(IllegalStateException.class, thrower::call).getStackTrace()[0];
        StackTraceElement wrapped = assertThrows(IllegalStateException.class, Portable.task(thrower)::call)
                .getStackTrace()[0];
        assertEquals(bare.getLineNumber(), wrapped.getLineNumber());
        assertEquals(bare.getFileName(), wrapped.getFileName());
    }
}
