package dev.instancepatch.it.loss;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import dev.instancepatch.PatchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** A write that was refused holds nothing: not the object, not what its function captured, not the stream. */
class RefusedWritesAreForgottenTest {
    static class Hen implements Serializable {
        private static final long serialVersionUID = 1L;

        String hi() {
            return "hello";
        }
    }

    /** Leads to its stream. */
    @SuppressWarnings("serial") // on purpose
    static class Log implements Serializable {
        private static final long serialVersionUID = 1L;

        transient OutputStream to;
        Object unwritable = new Object();
    }

    private static WeakReference<Object> refused() throws IOException {
        Log log = new Log();
        ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream());
        log.to = out;
        Hen hen = new Hen();
        Patch.on(hen).method("hi", (Hen self) -> "logged " + log);
        assertThrows(PatchException.class, () -> out.writeObject(hen));
        return new WeakReference<>(log);
    }

    @Test
    void what_a_refused_function_captured_is_collected() throws Exception {
        WeakReference<Object> log = refused();
        for (int i = 0; i < 100 && !log.refersTo(null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertTrue(log.refersTo(null), "still held");
    }
}
