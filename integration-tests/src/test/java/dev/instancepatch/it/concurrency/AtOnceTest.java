package dev.instancepatch.it.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What takes effect in one step and what does not. {@code restoreAll}, {@code clone} and reading an object from a stream change all
 * of its patches at once; two verbs in a chain, and a scope's end, are two steps.
 */
@Timeout(60)
class AtOnceTest {
    static class Pair implements Cloneable {
        static volatile Pair published;

        int left() {
            return 0;
        }

        int right() {
            return 0;
        }

        @Override
        public Pair clone() {
            try {
                return (Pair) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Asks, from two threads, whether both methods say the same; returns what else they said. */
    private static List<String> torn(Runnable changes) throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        List<String> torn = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch started = new CountDownLatch(2);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Thread thread = new Thread(() -> {
                started.countDown();
                while (!stop.get()) {
                    Pair pair = Pair.published;
                    int left = pair.left();
                    int right = pair.right();
                    if (left > right) { // left is asked first: it may be older, never newer
                        torn.add(left + " " + right);
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        started.await();
        changes.run();
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        return torn;
    }

    @Test
    void in_a_chain_a_thread_that_sees_the_last_patch_sees_the_ones_before_it() throws Exception {
        Pair pair = new Pair();
        Pair.published = pair;
        List<String> torn = torn(() -> {
            for (int i = 1; i <= 5_000; i++) {
                int n = i;
                Patch.on(pair).method("right", self -> n).method("left", self -> n);
            }
        });
        assertEquals(List.of(), torn);
    }

    @Test
    void an_object_from_a_stream_has_all_its_patches_when_it_is_published() {
        FinishedJvm jvm = ForkedJvm.withAgent()
                .classPath(Fixtures.compile("at-once"))
                .run("atonce.Publishing")
                .expectSuccess();
        assertEquals("3000", jvm.fact("published"));
        assertEquals("[]", jvm.fact("torn"));
    }

    /** Patches both methods and restores them, over and over. */
    private static Thread patching(Pair pair) {
        Thread thread = new Thread(() -> {
            for (int i = 0; i < 10_000; i++) {
                Patch.on(pair).method("right", self -> 1).method("left", self -> 1);
                for (int wait = 0; wait < 500; wait++) {
                    Thread.onSpinWait(); // or hardly anybody would ever see both
                }
                Patch.on(pair).restoreAll();
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void a_clone_is_of_one_state_of_the_object() throws Exception {
        Pair pair = new Pair();
        boolean[] seen = new boolean[3];
        Thread patching = patching(pair);
        while (patching.isAlive()) {
            Pair clone = pair.clone();
            int patches = Patch.on(clone).patches().size();
            assertEquals(patches == 2 ? 1 : 0, clone.left());
            assertEquals(patches == 0 ? 0 : 1, clone.right());
            seen[patches] = true;
        }
        assertTrue(seen[0] && seen[2], "the object never changed: nothing was tested");
    }

    @Test
    void patches_lists_one_state_of_the_object() throws Exception {
        Pair pair = new Pair();
        boolean[] seen = new boolean[3];
        Thread patching = patching(pair);
        while (patching.isAlive()) {
            List<String> names = Patch.on(pair).patches().stream()
                    .map(p -> p.method().getName())
                    .toList();
            assertTrue(
                    List.of(List.of(), List.of("right"), List.of("right", "left"))
                            .contains(names),
                    names::toString);
            seen[names.size()] = true;
        }
        assertTrue(seen[0] && seen[2], "the list never changed: nothing was tested");
    }
}
