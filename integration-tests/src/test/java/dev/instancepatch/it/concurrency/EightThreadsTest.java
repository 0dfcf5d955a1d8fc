package dev.instancepatch.it.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Eight threads call while another patches and restores: each call sees one patch or none, whole. */
@Timeout(60)
class EightThreadsTest {
    private static final int ROUNDS = 500;

    static class Turkey {
        String hi() {
            return "hello";
        }

        long add(int a, long b) {
            return a + b;
        }

        String both() {
            return hi() + " " + add(1, 2);
        }
    }

    static class Hen extends Turkey {
        @Override
        String hi() {
            return "hen " + super.hi();
        }
    }

    /**
     * Calls from eight threads while changes are made, again and again until all results were seen that are possible: on a busy
     * machine, changes are over before the scheduler has let anybody call.
     */
    private static void assertSeesOnly(Supplier<Object> call, Runnable changes, Object... possible)
            throws InterruptedException {
        Set<Object> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch started = new CountDownLatch(8);
        AtomicLong stop = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                started.countDown();
                while (stop.get() == 0) {
                    try {
                        seen.add(call.get());
                    } catch (Throwable e) {
                        seen.add(e.toString());
                        return;
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        started.await();
        int rounds = 0;
        do {
            changes.run();
            rounds++;
        } while (seen.size() < possible.length && rounds < ROUNDS);
        stop.set(1);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(20));
            assertTrue(!thread.isAlive(), "a caller hangs");
        }
        assertEquals(Set.of(possible), seen);
    }

    @Test
    void patch_and_restore() throws Exception {
        Turkey turkey = new Turkey();
        assertSeesOnly(
                turkey::hi,
                () -> {
                    for (int i = 0; i < 20_000; i++) {
                        Patch.on(turkey).method("hi", self -> "patched");
                        Patch.on(turkey).restore("hi");
                    }
                },
                "hello",
                "patched");
    }

    @Test
    void patch_and_restore_of_a_method_with_primitives() throws Exception {
        Turkey turkey = new Turkey();
        assertSeesOnly(
                () -> turkey.add(1, 2),
                () -> {
                    for (int i = 0; i < 20_000; i++) {
                        Patch.on(turkey).method("add", (Turkey self, Integer a, Long b) -> 10L);
                        Patch.on(turkey).restoreAll();
                    }
                },
                3L,
                10L);
    }

    @Test
    void functions_of_many_classes_at_one_call_site() throws Exception {
        Turkey turkey = new Turkey();
        assertSeesOnly(
                turkey::hi,
                () -> {
                    for (int i = 0; i < 4_000; i++) {
                        Patch.on(turkey).method("hi", self -> "a");
                        Patch.on(turkey).around("hi", (original, self) -> "b " + original.call());
                        Patch.on(turkey).intercept("hi", call -> "c " + call.original());
                        Patch.on(turkey).method("hi", self -> "d");
                        Patch.on(turkey).method("hi", self -> "e");
                        Patch.on(turkey).method("hi", self -> "f");
                        Patch.on(turkey).restoreAll();
                    }
                },
                "hello",
                "a",
                "b hello",
                "c hello",
                "d",
                "e",
                "f");
    }

    @Test
    void original_is_called_while_the_patch_comes_and_goes() throws Exception {
        Hen hen = new Hen();
        assertSeesOnly(
                hen::hi,
                () -> {
                    for (int i = 0; i < 10_000; i++) {
                        Patch.on(hen).around("hi", (original, self) -> "<" + original.call() + ">");
                        Patch.on(hen).restoreAll();
                    }
                },
                "hen hello",
                "<hen hello>");
    }

    @Test
    void other_objects_of_the_class_see_nothing() throws Exception {
        Turkey turkey = new Turkey();
        Turkey other = new Turkey();
        assertSeesOnly(
                other::both,
                () -> {
                    for (int i = 0; i < 10_000; i++) {
                        Patch.on(turkey).method("hi", self -> "patched").method("add", (self, a, b) -> 0L);
                        Patch.on(turkey).restoreAll();
                    }
                },
                "hello 3");
    }

    @Test
    void fresh_objects_are_patched_by_all_threads_at_once() throws Exception {
        assertSeesOnly(
                () -> {
                    Turkey own = new Turkey();
                    String before = own.hi();
                    Patch.on(own).method("hi", self -> "patched");
                    return before + " " + own.hi() + " "
                            + Patch.on(own).restoreAll().object().hi();
                },
                () -> sleep(500),
                "hello patched hello");
    }

    @Test
    void lists_of_the_JDK_are_patched_by_all_threads_at_once() throws Exception {
        assertSeesOnly(
                () -> {
                    ArrayList<Integer> own = new ArrayList<>(List.of(1));
                    Patch.on(own).method("size", self -> 42);
                    return own.size() + " " + own.isEmpty() + " " + new ArrayList<>(own.subList(0, 1)).size();
                },
                () -> sleep(1000),
                "42 false 1");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
