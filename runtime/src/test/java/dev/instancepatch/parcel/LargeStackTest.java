package dev.instancepatch.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.PatchException;
import dev.instancepatch.refusal.Refusals;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LargeStackTest {
    private final List<Thread> ran = new ArrayList<>();

    private int overflowing(int times) {
        ran.add(Thread.currentThread());
        if (ran.size() <= times) {
            throw new StackOverflowError();
        }
        return ran.size();
    }

    private static <T> T run(LargeStack.Work<T> work) throws IOException {
        return LargeStack.run(work, Refusals::tooDeepToWrite);
    }

    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    @Test
    void what_fits_runs_in_the_callers_thread_once() throws IOException {
        assertEquals(1, run(() -> overflowing(0)));
        assertSame(Thread.currentThread(), ran.get(0));
    }

    @Test
    void what_overflows_runs_again_in_another() throws IOException {
        assertEquals(2, run(() -> overflowing(1)));
        assertNotSame(Thread.currentThread(), ran.get(1));
        assertTrue(ran.get(1).isDaemon());
    }

    @Test
    void the_other_stack_is_larger() throws IOException {
        assertEquals(200_000, run(() -> depth(200_000)));
    }

    @Test
    void what_overflows_there_too_is_refused() {
        PatchException refused = assertThrows(PatchException.class, () -> run(() -> overflowing(2)));
        assertEquals(Code.TOO_DEEP, refused.code());
        assertTrue(refused.getCause() instanceof StackOverflowError);
        assertEquals(2, ran.size());
    }

    @Test
    void exceptions_come_through_as_they_are() {
        for (int overflows = 0; overflows < 2; overflows++) {
            int times = overflows;
            for (Throwable thrown : List.of(
                    new FileNotFoundException(), new IllegalStateException(), new AssertionError(), new Exception())) {
                ran.clear();
                assertSame(
                        thrown,
                        assertThrows(
                                Throwable.class,
                                () -> run(() -> {
                                    overflowing(times);
                                    throw LargeStackTest.<RuntimeException>sneaky(thrown);
                                })));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneaky(Throwable e) throws E {
        throw (E) e;
    }

    @Test
    void the_other_thread_has_the_context_class_loader_of_the_caller() throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader mine = new ClassLoader(before) {};
        Thread.currentThread().setContextClassLoader(mine);
        try {
            assertSame(mine, run(() -> {
                overflowing(1);
                return Thread.currentThread().getContextClassLoader();
            }));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void an_interrupt_reaches_the_work_and_then_the_caller() throws IOException {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        assertTrue(run(() -> {
            overflowing(1);
            caller.interrupt();
            try {
                never.await();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        }));
        assertTrue(Thread.interrupted());
    }
}
