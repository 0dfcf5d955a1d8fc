package dev.instancepatch.it.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A patch waits for no lock of the application: patching ends, whatever others hold or load. */
@Timeout(60)
class NoDeadlockTest {
    private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    private <V> V inTime(Callable<V> task) throws Exception {
        return inTime(pool.submit(task));
    }

    private static <V> V inTime(Future<V> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    static class FromInside {
        String outer() {
            return "outer";
        }

        String inner() {
            return "inner";
        }
    }

    @Test
    void a_replacement_makes_the_first_patch_of_another_method_of_its_class() throws Exception {
        FromInside object = new FromInside();
        Patch.on(object).method("outer", self -> {
            Patch.on(self).method("inner", me -> "patched from inside");
            return "patched";
        });
        assertEquals("patched", inTime(object::outer));
        assertEquals("patched from inside", object.inner());
    }

    static class ReplacesItself {
        String hi() {
            return "hello";
        }
    }

    @Test
    void a_replacement_replaces_itself() throws Exception {
        ReplacesItself object = new ReplacesItself();
        Patch.on(object).method("hi", self -> {
            Patch.on(self).method("hi", me -> "second");
            return "first";
        });
        assertEquals("first", inTime(object::hi));
        assertEquals("second", object.hi());
    }

    static class InInitializer {
        static final String SAID;

        static {
            InInitializer object = new InInitializer();
            Patch.on(object).method("hi", self -> "patched");
            SAID = object.hi();
        }

        String hi() {
            return "hello";
        }
    }

    @Test
    void a_static_initializer_patches_an_object_of_its_own_class() throws Exception {
        assertEquals("patched", inTime(() -> InInitializer.SAID));
        assertEquals("hello", new InInitializer().hi());
    }

    static class SlowToInitialize {
        static final CountDownLatch INSIDE = new CountDownLatch(1);
        static final CountDownLatch GO_ON = new CountDownLatch(1);

        static class Late {
            static final String READY = ready();

            private static String ready() {
                INSIDE.countDown();
                await(GO_ON);
                return "ready";
            }

            String hi() {
                return "hello";
            }
        }

        String hi() {
            return "hello";
        }
    }

    @Test
    void a_patch_does_not_wait_for_another_class_s_initializer() throws Exception {
        Future<String> initializing = pool.submit(() -> SlowToInitialize.Late.READY);
        await(SlowToInitialize.INSIDE);
        SlowToInitialize object = new SlowToInitialize();
        inTime(() -> Patch.on(object).method("hi", self -> "patched"));
        assertEquals("patched", object.hi());
        SlowToInitialize.GO_ON.countDown();
        assertEquals("ready", inTime(initializing));
    }

    static class Guarded {
        synchronized String hi() {
            return "hello";
        }

        synchronized String patchInside() {
            Patch.on(this).method("other", self -> "patched");
            return other();
        }

        String other() {
            return "other";
        }
    }

    @Test
    void a_synchronized_method_is_patched_while_another_thread_holds_the_monitor() throws Exception {
        Guarded object = new Guarded();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<?> holding = pool.submit(() -> {
            synchronized (object) {
                held.countDown();
                await(release);
            }
        });
        await(held);
        inTime(() -> Patch.on(object).method("hi", self -> "patched"));
        release.countDown();
        inTime(holding);
        assertEquals("patched", inTime(object::hi));
    }

    @Test
    void a_synchronized_method_patches_its_own_object() throws Exception {
        Guarded object = new Guarded();
        assertEquals("patched", inTime(object::patchInside));
    }

    @Test
    void a_patch_is_made_while_another_thread_holds_the_class_s_monitor() throws Exception {
        Guarded object = new Guarded();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<?> holding = pool.submit(() -> {
            synchronized (Guarded.class) {
                held.countDown();
                await(release);
            }
        });
        await(held);
        inTime(() -> Patch.on(object).method("hi", self -> "patched").restoreAll());
        release.countDown();
        inTime(holding);
    }

    @Test
    void patches_are_made_while_other_threads_load_classes() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<Integer>> loading = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            loading.add(pool.submit(() -> {
                int loaded = 0;
                while (!stop.get()) {
                    loaded += new Copying().loadAll();
                }
                return loaded;
            }));
        }
        for (int i = 0; i < 60; i++) {
            Object object = new Copying().make(TwoMethods.class);
            inTime(() -> Patch.on(object).method("one", self -> "patched"));
            assertTrue(Patch.isPatched(object));
        }
        stop.set(true);
        for (Future<Integer> each : loading) {
            assertTrue(inTime(each) > 0);
        }
    }

    /** A loader that defines this test's nested classes anew. */
    private static final class Copying extends ClassLoader {
        Copying() {
            super(NoDeadlockTest.class.getClassLoader());
        }

        int loadAll() throws ClassNotFoundException {
            int loaded = 0;
            for (Class<?> type : List.of(FromInside.class, ReplacesItself.class, Guarded.class, TwoMethods.class)) {
                loadClass(type.getName());
                loaded++;
            }
            return loaded;
        }

        Object make(Class<?> original) throws ReflectiveOperationException {
            return loadClass(original.getName()).getDeclaredConstructor().newInstance();
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            if (!name.startsWith(NoDeadlockTest.class.getName() + "$")) {
                return super.loadClass(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (java.io.IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    public static class TwoMethods {
        public String one() {
            return "one";
        }

        public String two() {
            return "two";
        }
    }

    @Test
    void two_threads_make_the_first_patch_of_two_methods_of_one_class() throws Exception {
        for (int round = 0; round < 40; round++) {
            Object object = new Copying().make(TwoMethods.class);
            CyclicBarrier barrier = new CyclicBarrier(2);
            List<Future<?>> both = Stream.of("one", "two")
                    .<Future<?>>map(name -> pool.submit(() -> {
                        barrier.await();
                        return Patch.on(object).method(name, self -> "patched " + name);
                    }))
                    .toList();
            for (Future<?> each : both) {
                inTime(each);
            }
            for (String name : List.of("one", "two")) {
                assertEquals(
                        "patched " + name, object.getClass().getMethod(name).invoke(object));
            }
        }
    }

    @Test
    void two_threads_make_the_first_patch_of_one_method() throws Exception {
        for (int round = 0; round < 40; round++) {
            Class<?> type = new Copying().loadClass(TwoMethods.class.getName());
            CyclicBarrier barrier = new CyclicBarrier(2);
            List<Future<Object>> both = Stream.of("a", "b")
                    .map(name -> pool.submit(() -> {
                        Object object = type.getDeclaredConstructor().newInstance();
                        barrier.await();
                        Patch.on(object).method("one", self -> name);
                        return type.getMethod("one").invoke(object);
                    }))
                    .toList();
            assertEquals("a", inTime(both.get(0)));
            assertEquals("b", inTime(both.get(1)));
        }
    }

    @Test
    void threads_patch_classes_of_one_hierarchy_in_opposite_order() throws Exception {
        class Base {
            String a() {
                return "a";
            }
        }
        class Derived extends Base {
            String b() {
                return "b";
            }
        }
        CyclicBarrier barrier = new CyclicBarrier(2);
        Derived first = new Derived();
        Derived second = new Derived();
        Future<?> down = pool.submit(() -> {
            barrier.await();
            return Patch.on(first).method("a", self -> "x").method("b", self -> "x");
        });
        Future<?> up = pool.submit(() -> {
            barrier.await();
            return Patch.on(second).method("b", self -> "y").method("a", self -> "y");
        });
        inTime(down);
        inTime(up);
        assertEquals("xx", first.a() + first.b());
        assertEquals("yy", second.a() + second.b());
    }

    @Test
    void threads_prepare_classes_in_opposite_order_while_others_patch_them() throws Exception {
        List<Class<?>> types = List.of(FromInside.class, ReplacesItself.class, Guarded.class, TwoMethods.class);
        for (int round = 0; round < 20; round++) {
            Copying loader = new Copying();
            List<Class<?>> copies = new ArrayList<>();
            for (Class<?> type : types) {
                copies.add(loader.loadClass(type.getName()));
            }
            Object object = loader.make(TwoMethods.class);
            CyclicBarrier barrier = new CyclicBarrier(3);
            List<Future<?>> all = new ArrayList<>();
            for (int forwards = 0; forwards < 2; forwards++) {
                Class<?>[] order = copies.toArray(new Class<?>[0]);
                Collections.reverse(copies);
                all.add(pool.submit(() -> {
                    barrier.await();
                    Patch.prepare(order);
                    return "";
                }));
            }
            all.add(pool.submit(() -> {
                barrier.await();
                return Patch.on(object).method("two", self -> "patched").method("one", self -> "patched");
            }));
            for (Future<?> each : all) {
                inTime(each);
            }
            assertEquals("patched", object.getClass().getMethod("one").invoke(object));
            assertEquals("patched", object.getClass().getMethod("two").invoke(object));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
