package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Patch;
import org.junit.jupiter.api.Test;

/** Methods of every visibility, declared anywhere in the object's class. */
class AnyMethodTest {
    static class Bird {
        public String open() {
            return "open";
        }

        protected String guarded() {
            return "guarded";
        }

        String near() {
            return "near";
        }

        private String secret() {
            return "secret";
        }

        public final String last() {
            return "last";
        }

        String askSecret() {
            return secret();
        }

        private String sound() {
            return "a bird's";
        }

        String askBirdsSound() {
            return sound();
        }
    }

    static class Hen extends Bird {
        private String sound() {
            return "a hen's";
        }

        String askHensSound() {
            return sound();
        }
    }

    static final class Closed {
        String hi() {
            return "hello";
        }
    }

    @Test
    void a_public_method_is_patched() {
        Bird bird = new Bird();
        Patch.on(bird).method("open", self -> "patched");
        assertEquals("patched", bird.open());
    }

    @Test
    void a_protected_method_is_patched() {
        Bird bird = new Bird();
        Patch.on(bird).method("guarded", self -> "patched");
        assertEquals("patched", bird.guarded());
    }

    @Test
    void a_package_private_method_is_patched() {
        Bird bird = new Bird();
        Patch.on(bird).method("near", self -> "patched");
        assertEquals("patched", bird.near());
    }

    @Test
    void a_private_method_is_patched() {
        Bird bird = new Bird();
        Patch.on(bird).method("secret", self -> "patched");
        assertEquals("patched", bird.askSecret());
    }

    @Test
    void a_final_method_is_patched() {
        Bird bird = new Bird();
        Patch.on(bird).method("last", self -> "patched");
        assertEquals("patched", bird.last());
    }

    @Test
    void a_method_of_a_final_class_is_patched() {
        Closed closed = new Closed();
        Patch.on(closed).method("hi", self -> "patched");
        assertEquals("patched", closed.hi());
    }

    @Test
    void an_inherited_method_is_patched_on_the_subclass_object_only() {
        Hen hen = new Hen();
        Patch.on(hen).method("open", self -> "patched").method("last", self -> "patched too");
        assertEquals("patched", hen.open());
        assertEquals("patched too", hen.last());
        assertEquals("open", new Hen().open());
        assertEquals("open", new Bird().open());
    }

    @Test
    void an_inherited_private_method_is_patched() {
        Hen hen = new Hen();
        Patch.on(hen).method("secret", self -> "patched");
        assertEquals("patched", hen.askSecret());
    }

    @Test
    void of_two_private_methods_with_one_signature_the_nearest_is_patched() {
        Hen hen = new Hen();
        Patch.on(hen).method("sound", self -> "patched");
        assertEquals("patched", hen.askHensSound());
        assertEquals("a bird's", hen.askBirdsSound());
    }

    record Point(int x, int y) {
        int sum() {
            return x + y;
        }
    }

    enum Colour {
        RED,
        GREEN;

        String shade() {
            return "light";
        }
    }

    @Test
    void a_record_is_patched() {
        Point point = new Point(1, 2);
        Patch.on(point).method("sum", self -> 42).method("x", self -> 9);
        assertEquals(42, point.sum());
        assertEquals(9, point.x());
        assertEquals(3, new Point(1, 2).sum());
    }

    @Test
    void one_enum_constant_is_patched() {
        try (var patches = Patch.scope()) {
            patches.on(Colour.RED).method("shade", self -> "dark");
            assertEquals("dark", Colour.RED.shade());
            assertEquals("light", Colour.GREEN.shade());
        }
        assertEquals("light", Colour.RED.shade());
    }

    @Test
    void toString_equals_and_hashCode_of_an_application_class_are_patched() {
        Point point = new Point(1, 2);
        Patch.on(point)
                .method("toString", self -> "a point")
                .method("hashCode", self -> 7)
                .method("equals", (self, other) -> true);
        assertEquals("a point", point.toString());
        assertEquals(7, point.hashCode());
        assertEquals(true, point.equals("anything"));
    }

    static class Many {
        int m0() {
            return 0;
        }

        int m1() {
            return 1;
        }

        int m2() {
            return 2;
        }

        int m3() {
            return 3;
        }

        int m4() {
            return 4;
        }

        int m5() {
            return 5;
        }

        int m6() {
            return 6;
        }

        int m7() {
            return 7;
        }

        int m8() {
            return 8;
        }

        int m9() {
            return 9;
        }

        int m10() {
            return 10;
        }

        String all() {
            return "" + m0() + m1() + m2() + m3() + m4() + m5() + m6() + m7() + m8() + m9() + m10();
        }
    }

    @Test
    void eleven_methods_of_one_object_are_patched_and_restored_one_by_one() {
        Many many = new Many();
        for (int i = 0; i <= 10; i++) {
            Patch.on(many).method("m" + i, self -> 5);
        }
        assertEquals("55555555555", many.all());
        for (int i = 0; i <= 10; i += 2) {
            Patch.on(many).restore("m" + i);
        }
        assertEquals("052545658510", many.all());
        assertEquals("012345678910", new Many().all());
    }
}
