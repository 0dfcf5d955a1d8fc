package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Other threads see a patch and its end, whole. */
@Timeout(60)
class ThreadsTest {
    static class Counter {
        int step() {
            return 1;
        }

        synchronized boolean holdsMonitor() {
            return Thread.holdsLock(this);
        }

        String hi() {
            return "hello";
        }
    }

    private final Counter counter = new Counter();
    private volatile boolean stop;
    private volatile int last;

    @Test
    void a_hot_loop_sees_patch_and_restore() throws Exception {
        Thread loop = new Thread(() -> {
            while (!stop) {
                int sum = 0;
                for (int i = 0; i < 10_000; i++) {
                    sum += counter.step();
                }
                last = sum;
            }
        });
        loop.start();
        try {
            waitUntilLoopSums(10_000);
            Thread.sleep(300); // let it get compiled
            Patch.on(counter).method("step", self -> 2);
            waitUntilLoopSums(20_000);
            Patch.on(counter).restore("step");
            waitUntilLoopSums(10_000);
            Patch.on(counter).method("step", self -> 3);
            waitUntilLoopSums(30_000);
        } finally {
            stop = true;
            loop.join();
        }
    }

    private void waitUntilLoopSums(int expected) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (last != expected) {
            assertTrue(System.nanoTime() < deadline, "the loop still sums " + last + ", not " + expected);
            Thread.sleep(1);
        }
    }

    @Test
    void a_loop_that_never_leaves_its_frame_sees_the_patch() throws Exception {
        Thread loop = new Thread(() -> {
            while (counter.step() == 1) {
                Thread.onSpinWait();
            }
        });
        loop.setDaemon(true);
        loop.start();
        Thread.sleep(300); // let it get compiled
        assertTrue(loop.isAlive());
        Patch.on(counter).method("step", self -> 2);
        loop.join(TimeUnit.SECONDS.toMillis(20));
        assertFalse(loop.isAlive(), "the loop never saw the patch");
    }

    @Test
    void a_synchronized_method_s_replacement_holds_the_monitor() {
        Patch.on(counter).method("holdsMonitor", self -> Thread.holdsLock(self));
        assertTrue(counter.holdsMonitor());
        Patch.on(counter).intercept("holdsMonitor", call -> Thread.holdsLock(call.self()) && call.<Boolean>original());
        assertTrue(counter.holdsMonitor());
        assertFalse(Thread.holdsLock(counter));
    }

    @Test
    void callers_see_one_patch_or_the_other_and_nothing_else() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Counter shared = counter;
        runWhile(2, () -> seen.add(shared.hi()), () -> {
            for (int i = 0; i < 3_000; i++) {
                Patch.on(shared).method("hi", self -> "one");
                Patch.on(shared).intercept("hi", call -> "two " + call.original());
                Patch.on(shared).restore("hi");
                Patch.on(shared).around("hi", (original, self) -> "three " + original.call());
                Patch.on(shared).restoreAll();
            }
        });
        assertTrue(Set.of("hello", "one", "two hello", "three hello").containsAll(seen), seen.toString());
    }

    @Test
    void threads_that_patch_different_methods_of_one_object_lose_nothing() throws Exception {
        for (int round = 0; round < 200; round++) {
            Counter shared = new Counter();
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService pool = Executors.newFixedThreadPool(3);
            List<Future<?>> all = new ArrayList<>();
            for (String name : List.of("step", "holdsMonitor", "hi")) {
                all.add(pool.submit(() -> {
                    start.await();
                    return Patch.on(shared).intercept(name, call -> call.original());
                }));
            }
            start.countDown();
            for (Future<?> each : all) {
                each.get();
            }
            pool.shutdown();
            assertEquals(3, Patch.on(shared).patches().size());
        }
    }

    private static class Fresh {
        int a() {
            return 1;
        }

        int b() {
            return 1;
        }

        int c() {
            return 1;
        }

        int d() {
            return 1;
        }
    }

    @Test
    void the_first_patches_of_a_class_may_come_from_several_threads() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> all = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            all.add(pool.submit(() -> {
                start.await();
                Fresh fresh = new Fresh();
                Patch.on(fresh).method(name, self -> 10);
                return fresh.a() + fresh.b() + fresh.c() + fresh.d();
            }));
        }
        start.countDown();
        for (Future<Integer> each : all) {
            assertEquals(13, each.get());
        }
        pool.shutdown();
    }

    private void runWhile(int threads, Runnable repeated, Runnable once) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(pool.submit(() -> {
                while (!stop) {
                    repeated.run();
                }
            }));
        }
        try {
            once.run();
        } finally {
            stop = true;
        }
        for (Future<?> each : all) {
            each.get();
        }
        pool.shutdown();
    }
}
