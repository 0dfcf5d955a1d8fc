package dev.instancepatch.it.anytime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Call;
import dev.instancepatch.Original0;
import dev.instancepatch.Patch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Objects of the JDK's own classes, which were loaded long before the agent and have no slot. */
class JdkObjectsTest {
    @Test
    void size_of_one_ArrayList_is_replaced() {
        ArrayList<Integer> list = new ArrayList<>(List.of(1));
        ArrayList<Integer> other = new ArrayList<>(List.of(1));
        Patch.on(list).method("size", self -> 42);
        assertEquals(42, list.size());
        assertEquals(1, other.size());
        Patch.on(list).restore("size");
        assertEquals(1, list.size());
    }

    @Test
    void get_of_one_HashMap_is_replaced() {
        HashMap<String, String> map = new HashMap<>(Map.of("a", "b"));
        Patch.on(map).method("get", (self, key) -> "v-" + key);
        assertEquals("v-a", map.get("a"));
        assertEquals("v-a", ((Map<String, String>) map).get("a"));
        assertEquals("b", new HashMap<>(Map.of("a", "b")).get("a"));
    }

    @Test
    void get_of_one_ConcurrentHashMap_is_replaced() {
        ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>(Map.of("a", "b"));
        Patch.on(map).around("get", (original, self, key) -> "<" + original.call(key) + ">");
        assertEquals("<b>", map.get("a"));
        assertEquals("b", new ConcurrentHashMap<>(Map.of("a", "b")).get("a"));
    }

    @Test
    void read_of_one_ByteArrayInputStream_is_replaced() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(new byte[] {1, 2});
        ByteArrayInputStream other = new ByteArrayInputStream(new byte[] {1, 2});
        Patch.on(in).around("read", (Original0<Integer> original, ByteArrayInputStream self) -> {
            int read = original.call();
            return read < 0 ? read : read * 10;
        });
        assertEquals(10, in.read());
        assertEquals(20, ((InputStream) in).read());
        assertEquals(-1, in.read());
        assertEquals(1, other.read());
    }

    @Test
    void an_InputStream_of_one_object_fails_as_told() {
        ByteArrayInputStream in = new ByteArrayInputStream(new byte[] {1});
        Patch.on(in).overload("read", byte[].class, int.class, int.class).method((self, to, from, length) -> {
            throw new IOException("cable cut");
        });
        assertEquals(
                "cable cut",
                assertThrows(IOException.class, () -> ((InputStream) in).read(new byte[1]))
                        .getMessage());
    }

    @Test
    void getTime_of_one_Date_is_replaced() {
        Date date = new Date(5);
        Patch.on(date).method("getTime", self -> 99L);
        assertEquals(99L, date.getTime());
        assertEquals(5L, new Date(5).getTime());
    }

    @Test
    void a_self_call_inside_the_JDK_reaches_the_patch() {
        Date date = new Date(5);
        Patch.on(date).method("getTime", self -> 99L);
        assertEquals(Instant.ofEpochMilli(99), date.toInstant());
    }

    @Test
    void a_default_method_that_the_class_inherits_is_replaced() {
        TreeMap<String, String> map = new TreeMap<>(Map.of("a", "b"));
        TreeMap<String, String> other = new TreeMap<>(Map.of("a", "b"));
        assertEquals(
                Map.class,
                Patch.on(map)
                        .method("getOrDefault", (self, key, otherwise) -> "patched")
                        .patches()
                        .get(0)
                        .method()
                        .getDeclaringClass());
        assertEquals("patched", map.getOrDefault("a", "c"));
        assertEquals("b", other.getOrDefault("a", "c"));
        assertEquals("c", other.getOrDefault("z", "c"));
    }

    @Test
    void a_default_method_of_Iterator_is_replaced() {
        Iterator<Integer> iterator = new ArrayDeque<>(List.of(1)).iterator();
        Patch.on(iterator).method("remove", self -> null);
        iterator.next();
        iterator.remove();
        assertFalse(iterator.hasNext());
    }

    @Test
    void a_StringBuilder_is_patched() {
        StringBuilder text = new StringBuilder("abc");
        Patch.on(text).method("length", self -> 7).method("toString", self -> "patched");
        assertEquals(7, text.length());
        assertEquals(7, ((CharSequence) text).length());
        assertEquals("patched", String.valueOf(text));
        assertEquals("abc", new StringBuilder("abc").toString());
    }

    @Test
    void a_LocalDate_is_patched() {
        LocalDate date = LocalDate.of(2024, 2, 29);
        Patch.on(date).method("getYear", self -> 1999).method("isLeapYear", self -> false);
        assertEquals(1999, date.getYear());
        assertFalse(date.isLeapYear());
        assertTrue(LocalDate.of(2024, 2, 29).isLeapYear());
    }

    @Test
    void an_Optional_is_patched() {
        Optional<String> optional = Optional.of("a");
        Patch.on(optional).method("isPresent", self -> false).method("orElse", (self, other) -> other);
        assertFalse(optional.isPresent());
        assertEquals("z", optional.orElse("z"));
        assertEquals("a", Optional.of("a").orElse("z"));
    }

    @Test
    void an_AtomicInteger_is_patched() {
        AtomicInteger number = new AtomicInteger(1);
        Patch.on(number).intercept("incrementAndGet", call -> call.<Integer>original() * 100);
        assertEquals(200, number.incrementAndGet());
        assertEquals(2, number.get());
        assertEquals(2, new AtomicInteger(1).incrementAndGet());
    }

    @Test
    void numbers_that_are_no_boxes_are_patched() {
        BigDecimal price = new BigDecimal("9.99");
        BigInteger big = new BigInteger("12");
        Patch.on(price).method("add", (BigDecimal self, BigDecimal more) -> BigDecimal.ZERO);
        Patch.on(big).method("bitLength", self -> 1);
        assertEquals(BigDecimal.ZERO, price.add(BigDecimal.ONE));
        assertEquals(1, big.bitLength());
        assertEquals(new BigDecimal("10.99"), new BigDecimal("9.99").add(BigDecimal.ONE));
    }

    @Test
    void an_immutable_list_is_patched() {
        List<Integer> list = List.of(1, 2, 3);
        Patch.on(list).method("size", self -> 42).method("get", (self, index) -> -1);
        assertEquals(42, list.size());
        assertEquals(-1, list.get(0));
        assertEquals(2, List.of(1, 2, 3).get(1));
    }

    @Test
    void an_unmodifiable_view_is_patched() {
        Map<String, Integer> view = Collections.unmodifiableMap(new HashMap<>(Map.of("a", 1)));
        Patch.on(view).method("get", (self, key) -> 2);
        assertEquals(2, view.get("a"));
        assertEquals(1, Collections.unmodifiableMap(Map.of("a", 1)).get("a"));
    }

    @Test
    void a_Clock_stands_still_for_one_user() {
        Clock clock = Clock.system(ZoneOffset.UTC);
        Patch.on(clock).method("instant", self -> Instant.EPOCH);
        assertEquals(Instant.EPOCH, clock.instant());
        assertEquals(Instant.EPOCH, Instant.now(clock));
    }

    @Test
    void a_Random_is_no_longer_random() {
        Random random = new Random(1);
        Patch.on(random).overload("nextInt", int.class).method((self, bound) -> 4);
        assertEquals(4, random.nextInt(6));
        assertTrue(new Random(1).nextInt(3) < 3);
    }

    @Test
    void an_executor_service_is_patched() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            AtomicInteger seen = new AtomicInteger();
            Patch.on(pool)
                    .local()
                    .around(
                            "execute",
                            (dev.instancepatch.Original1<Object, Object> original,
                                    ExecutorService self,
                                    Object task) -> {
                                seen.incrementAndGet();
                                return original.call(task);
                            });
            assertEquals("done", pool.submit(() -> "done").get());
            assertEquals(1, seen.get());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_ReentrantLock_is_patched() {
        ReentrantLock lock = new ReentrantLock();
        Patch.on(lock).overload("tryLock").method(self -> false);
        assertFalse(lock.tryLock());
        assertFalse(lock.isLocked());
        assertTrue(new ReentrantLock().tryLock());
    }

    @Test
    void a_Logger_is_patched() {
        Logger logger = Logger.getLogger("dev.instancepatch.it.patched");
        Patch.on(logger).method("isLoggable", (Logger self, Level level) -> level == Level.FINEST);
        assertTrue(logger.isLoggable(Level.FINEST));
        assertFalse(Logger.getLogger("dev.instancepatch.it.other").isLoggable(Level.FINEST));
    }

    @Test
    void objects_of_other_modules_and_packages_are_patched() throws Exception {
        UUID id = new UUID(1, 2);
        URI uri = URI.create("http://a/b");
        StringReader reader = new StringReader("abc");
        ByteBuffer buffer = ByteBuffer.allocate(4);
        InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        java.sql.Timestamp timestamp = new java.sql.Timestamp(5);
        Patch.on(id).method("toString", self -> "id");
        Patch.on(uri).method("getHost", self -> "patched");
        Patch.on(reader).overload("read").method(self -> 'z');
        Patch.on(buffer).method("remaining", self -> 1);
        Patch.on(address).method("isReachable", (self, millis) -> true);
        Patch.on(timestamp).method("getNanos", self -> 7);
        assertEquals("id", id.toString());
        assertEquals("patched", uri.getHost());
        assertEquals('z', reader.read());
        assertEquals(1, buffer.remaining());
        assertTrue(address.isReachable(1));
        assertEquals(7, timestamp.getNanos());
        assertEquals("a", URI.create("http://a/b").getHost());
        assertEquals(4, ByteBuffer.allocate(4).remaining());
        assertEquals(5_000_000, new java.sql.Timestamp(5).getNanos());
    }

    @Test
    void an_exception_is_patched() {
        IllegalStateException exception = new IllegalStateException("mine");
        Patch.on(exception).method("getMessage", self -> "patched");
        assertEquals("patched", exception.getMessage());
        assertEquals("java.lang.IllegalStateException: patched", exception.toString());
        assertEquals("mine", new IllegalStateException("mine").getMessage());
    }

    @Test
    void toString_and_equals_of_Object_itself_are_replaced() {
        Object object = new Object();
        Patch.on(object).method("toString", self -> "patched").method("equals", (self, other) -> true);
        assertEquals("patched", object.toString());
        assertEquals("patched", "" + object);
        assertTrue(object.equals("anything"));
        Object other = new Object();
        assertTrue(other.toString().startsWith("java.lang.Object@"));
        assertFalse(other.equals("anything"));
    }

    static class Plain {}

    @Test
    void toString_and_equals_that_a_class_does_not_override_are_replaced() {
        Plain plain = new Plain();
        Patch.on(plain).method("toString", self -> "patched").method("equals", (self, other) -> true);
        assertEquals("patched", plain.toString());
        assertTrue(plain.equals(null));
        assertFalse(new Plain().equals(plain));
        Patch.on(plain).restoreAll();
        assertTrue(plain.toString().startsWith(Plain.class.getName() + "@"));
    }

    @Test
    void original_of_toString_of_Object_runs_its_body() {
        Plain plain = new Plain();
        Patch.on(plain).around("toString", (original, self) -> "<" + original.call() + ">");
        assertTrue(plain.toString().startsWith("<" + Plain.class.getName() + "@"), plain.toString());
    }

    @Test
    void finalize_of_Object_is_replaced() {
        // Never called by anybody but the collector; what counts is that asking for it does no harm.
        Plain plain = new Plain();
        Patch.on(plain).method("finalize", self -> null).restore("finalize");
        assertFalse(Patch.isPatched(plain));
    }

    static class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        String first() {
            return get(0);
        }
    }

    @Test
    void a_method_inherited_from_the_JDK_is_replaced_on_an_application_s_subclass() {
        Names names = new Names();
        names.add("a");
        Patch.on(names).method("size", self -> 42).method("first", self -> "patched");
        assertEquals(42, names.size());
        assertEquals("patched", names.first());
        assertEquals(2, Patch.on(names).patches().size());
        assertEquals(0, new Names().size());
        assertEquals(0, new ArrayList<>().size());
        Patch.on(names).restore("size");
        assertEquals(1, names.size());
        assertEquals("patched", names.first());
        Patch.on(names).restoreAll();
        assertEquals("a", names.first());
    }

    @Test
    void a_self_call_from_an_application_s_subclass_reaches_the_patch_of_the_JDK_s_method() {
        Names names = new Names();
        Patch.on(names).method("get", (Names self, Integer index) -> "patched");
        assertEquals("patched", names.first());
    }

    static class Shouting extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean add(String text) {
            return super.add(text.toUpperCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void super_of_an_application_s_subclass_runs_the_JDK_s_body_once() {
        Shouting shouting = new Shouting();
        Patch.on(shouting)
                .overload("add", Object.class)
                .intercept(call -> call.<Boolean>original("<" + call.argument(0) + ">"));
        shouting.add("a");
        assertEquals(List.of("<A>"), List.copyOf(shouting));
    }

    @Test
    void a_HashMap_s_own_method_is_patched_while_its_iteration_goes_on() {
        HashMap<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2));
        int seen = 0;
        for (Map.Entry<String, Integer> entry : map.entrySet()) {
            Patch.on(map).method("get", (self, key) -> -1);
            assertEquals(-1, map.get(entry.getKey()));
            seen++;
        }
        assertEquals(2, seen);
    }

    @Test
    void every_verb_works_on_an_object_of_the_JDK() throws Throwable {
        ArrayList<String> list = new ArrayList<>(List.of("a"));
        Patch.on(list).because("ticket 7").method("isEmpty", self -> true);
        assertEquals("ticket 7", Patch.on(list).patches().get(0).reason().orElseThrow());
        assertTrue(list.isEmpty());
        Patch.on(list).voidMethod("clear", self -> {});
        list.clear();
        assertEquals(1, list.size());
        Patch.on(list).intercept("get", (Call<ArrayList<String>> call) -> call.original() + "!");
        assertEquals("a!", list.get(0));
        try (var patches = Patch.scope()) {
            patches.on(list).method("get", (self, index) -> "scoped");
            assertEquals("scoped", list.get(0));
        }
        assertEquals("a!", list.get(0));
        assertTrue(Patch.isPatched(list));
        Patch.on(list).restoreAll();
        assertFalse(Patch.isPatched(list));
        assertEquals("a", list.get(0));
        list.clear();
        assertEquals(0, list.size());
    }

    @Test
    void recursion_through_original_ends() {
        HashMap<Integer, Integer> fibonacci = new HashMap<>(Map.of(0, 0, 1, 1));
        Patch.on(fibonacci).intercept("get", call -> {
            int n = call.argument(0);
            Integer known = call.original();
            return known != null ? known : call.self().get(n - 1) + call.self().get(n - 2);
        });
        assertEquals(55, fibonacci.get(10));
        assertNull(new HashMap<Integer, Integer>().get(10));
    }
}
