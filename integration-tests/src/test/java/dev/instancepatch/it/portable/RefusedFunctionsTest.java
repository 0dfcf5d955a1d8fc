package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.instancepatch.Code;
import dev.instancepatch.Portable;
import dev.instancepatch.Task;
import dev.instancepatch.it.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.function.IntSupplier;
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

    @Test
    void null_is_refused() {
        Refused.with(Code.NULL_ARGUMENT, () -> Portable.function(null), "function");
        Refused.with(Code.NULL_ARGUMENT, () -> Portable.task(null), "function");
    }

    @Test
    void an_object_that_is_no_function_is_refused_by_its_class() {
        Refused.with(Code.NOT_CAPTURABLE, () -> Portable.function(new ArrayList<>()), "java.util.ArrayList");
        Refused.with(Code.NOT_CAPTURABLE, () -> Portable.function(new int[0]), "int[]");
        Refused.with(Code.NOT_CAPTURABLE, () -> Portable.function(Thread.State.NEW), "java.lang.Thread$State");
    }

    @Test
    void an_object_of_a_class_that_is_a_function_travels_with_its_state() throws Exception {
        Counter counter = new Counter();
        counter.get();
        Supplier<Integer> copy = copy(Portable.function(counter));
        assertEquals(2, copy.get());
        assertEquals(2, counter.get());
    }

    @Test
    void what_a_function_captured_is_looked_at_when_it_is_written() {
        Object lock = new Object();
        IntSupplier function = Portable.function((IntSupplier & Serializable) () -> lock.hashCode());
        assertEquals(lock.hashCode(), function.getAsInt());
        Refused.with(
                Code.NOT_CAPTURABLE,
                () -> copy(function),
                RefusedFunctionsTest.class.getName(),
                "captured argument 1 (java.lang.Object)");
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
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
