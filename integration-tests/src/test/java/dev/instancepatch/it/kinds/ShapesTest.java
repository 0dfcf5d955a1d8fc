package dev.instancepatch.it.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Every kind of class: records, enums, sealed, final, inner, local and anonymous ones. */
class ShapesTest {
    record Pair<A, B>(A left, B right) {
        static <T> Pair<T, T> twice(T one) {
            return new Pair<>(one, one);
        }

        String joined() {
            return left() + "-" + right();
        }
    }

    @Test
    void a_record_s_accessors_are_patched_and_its_own_calls_reach_them() {
        Pair<String, String> pair = Pair.twice("a");
        Patch.on(pair).method("left", self -> "patched");
        assertEquals("patched", pair.left());
        assertEquals("patched-a", pair.joined());
    }

    @Test
    void the_members_that_javac_gives_a_record_are_patched() {
        Pair<String, String> pair = Pair.twice("a");
        Patch.on(pair)
                .around("toString", (original, self) -> "<" + original.call() + ">")
                .method("hashCode", self -> 5)
                .method("equals", (self, other) -> false);
        assertEquals("<Pair[left=a, right=a]>", pair.toString());
        assertEquals(5, pair.hashCode());
        assertFalse(pair.equals(pair));
        assertEquals(Pair.twice("a"), Pair.twice("a"));
    }

    enum Operation {
        PLUS {
            @Override
            int apply(int a, int b) {
                return a + b;
            }
        },
        MINUS {
            @Override
            int apply(int a, int b) {
                return a - b;
            }
        },
        NOTHING;

        int apply(int a, int b) {
            return 0;
        }

        String sign() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void a_constant_with_a_body_of_its_own_is_patched() {
        try (var patches = Patch.scope()) {
            patches.on(Operation.PLUS).intercept("apply", call -> 10 * call.<Integer>original());
            patches.on(Operation.NOTHING).method("apply", (self, a, b) -> -1);
            assertEquals(30, Operation.PLUS.apply(1, 2));
            assertEquals(-1, Operation.MINUS.apply(1, 2));
            assertEquals(-1, Operation.NOTHING.apply(1, 2));
        }
        assertEquals(3, Operation.PLUS.apply(1, 2));
        assertEquals(0, Operation.NOTHING.apply(1, 2));
    }

    @Test
    void a_method_that_all_constants_inherit_is_patched_on_one() {
        try (var patches = Patch.scope()) {
            patches.on(Operation.MINUS).method("sign", self -> "-");
            assertEquals("plus", Operation.PLUS.sign());
            assertEquals("-", Operation.MINUS.sign());
        }
    }

    @Test
    void a_patched_constant_is_still_itself_to_switch_and_to_enum_collections() {
        try (var patches = Patch.scope()) {
            patches.on(Operation.PLUS).method("toString", self -> "patched").method("sign", self -> "+");
            Map<Operation, String> map = new EnumMap<>(Map.of(Operation.PLUS, "x"));
            assertEquals("x", map.get(Operation.PLUS));
            assertTrue(EnumSet.allOf(Operation.class).contains(Operation.PLUS));
            assertEquals(Operation.PLUS, Operation.valueOf("PLUS"));
            assertEquals("patched", "" + Operation.PLUS);
            assertEquals(
                    "yes",
                    switch (Operation.PLUS) {
                        case PLUS -> "yes";
                        default -> "no";
                    });
        }
    }

    sealed interface Shape permits Circle, Square {
        double area();

        default String describe() {
            return getClass().getSimpleName() + " of " + area();
        }
    }

    record Circle(double radius) implements Shape {
        @Override
        public double area() {
            return 3 * radius * radius;
        }
    }

    static final class Square implements Shape {
        @Override
        public double area() {
            return 4;
        }
    }

    @Test
    void objects_of_a_sealed_type_are_patched() {
        Shape circle = new Circle(1);
        Shape square = new Square();
        Patch.on(circle).method("area", self -> 10.0);
        Patch.on(square).method("describe", self -> "patched");
        assertEquals("Circle of 10.0", circle.describe());
        assertEquals("patched", square.describe());
        assertEquals("Square of 4.0", new Square().describe());
    }

    abstract static sealed class Vehicle permits Car {
        final String move() {
            return "moves";
        }
    }

    static non-sealed class Car extends Vehicle {}

    @Test
    void a_final_method_of_a_sealed_class_is_patched() {
        Car car = new Car();
        Vehicle other = new Car();
        Patch.on(car).method("move", self -> "patched");
        assertEquals("patched", car.move());
        assertEquals("moves", other.move());
    }

    private final String outerName = "outer";

    class Inner {
        String hi() {
            return "inner of " + outerName;
        }
    }

    @Test
    void an_inner_class_is_patched_and_still_sees_its_outer_object() {
        Inner inner = new Inner();
        Patch.on(inner).around("hi", (original, self) -> "<" + original.call() + ">");
        assertEquals("<inner of outer>", inner.hi());
    }

    @Test
    void a_local_class_that_captures_a_variable_is_patched() {
        int captured = Integer.parseInt("7");
        class Local {
            int seven() {
                return captured;
            }
        }
        Local local = new Local();
        Patch.on(local).intercept("seven", call -> call.<Integer>original() + 1);
        assertEquals(8, local.seven());
        assertEquals(7, new Local().seven());
    }

    @Test
    void an_anonymous_class_is_patched() {
        IntSupplier anonymous = new IntSupplier() {
            @Override
            public int getAsInt() {
                return 1;
            }
        };
        Patch.on(anonymous).method("getAsInt", self -> 2);
        assertEquals(2, anonymous.getAsInt());
    }

    @Test
    void an_anonymous_class_s_method_that_no_type_declares_is_patched() {
        var anonymous = new Object() {
            String extra() {
                return "extra";
            }
        };
        Patch.on(anonymous).method("extra", self -> "patched");
        assertEquals("patched", anonymous.extra());
    }

    static class Account {
        private int balance = 10;

        synchronized int withdraw(int amount) {
            balance -= amount;
            return balance;
        }

        boolean isLocked() {
            return Thread.holdsLock(this);
        }
    }

    @Test
    void a_synchronized_method_s_monitor_is_free_after_an_exception_of_its_replacement() throws Exception {
        Account account = new Account();
        Patch.on(account).method("withdraw", (Account self, Integer amount) -> {
            assertTrue(self.isLocked());
            throw new IllegalStateException("no money");
        });
        assertEquals(
                "no money",
                assertThrows(IllegalStateException.class, () -> account.withdraw(1))
                        .getMessage());
        assertFalse(account.isLocked());
        Thread other = new Thread(() -> {
            synchronized (account) {
                account.balance = 99;
            }
        });
        other.start();
        other.join(TimeUnit.SECONDS.toMillis(10));
        assertEquals(99, account.balance);
    }

    static class Varied {
        String join(String separator, Object... parts) {
            return "objects";
        }

        String join(String separator, int... parts) {
            return "ints";
        }
    }

    @Test
    void one_of_two_varargs_overloads_is_patched() {
        Varied varied = new Varied();
        Patch.on(varied).method("join", (Varied self, String separator, Object[] parts) -> separator + parts.length);
        assertEquals("-2", varied.join("-", "a", "b"));
        assertEquals("ints", varied.join("-", new int[] {1, 2}));
        assertEquals("-0", varied.join("-", new Object[0]));
    }

    static class Sorted<T extends Comparable<T>> {
        T[] all() {
            return null;
        }
    }

    @Test
    void a_generic_array_result_is_checked_by_its_erasure() {
        Sorted<String> sorted = new Sorted<>();
        Patch.on(sorted).method("all", self -> new String[] {"patched"});
        assertEquals("patched", sorted.all()[0]);
    }
}
