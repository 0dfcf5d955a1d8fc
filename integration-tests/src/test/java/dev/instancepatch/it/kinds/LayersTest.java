package dev.instancepatch.it.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Original1;
import dev.instancepatch.Patch;
import org.junit.jupiter.api.Test;

/** Chains of super and diamonds of interfaces: a patch is of one declaration, and {@code super} runs bodies. */
class LayersTest {
    static class One {
        int ran;

        String hi() {
            ran++;
            return "one";
        }

        String self() {
            return hi();
        }
    }

    static class Two extends One {
        @Override
        String hi() {
            ran++;
            return "two(" + super.hi() + ")";
        }
    }

    static class Three extends Two {
        @Override
        String hi() {
            ran++;
            return "three(" + super.hi() + ")";
        }

        String above() {
            return super.hi();
        }
    }

    @Test
    void objects_of_three_levels_are_patched_at_the_same_time() {
        One one = new One();
        Two two = new Two();
        Three three = new Three();
        Patch.on(one).method("hi", self -> "1");
        Patch.on(two).around("hi", (original, self) -> "2<" + original.call() + ">");
        Patch.on(three).intercept("hi", call -> "3<" + call.original() + ">");
        assertEquals("1", one.hi());
        assertEquals("2<two(one)>", two.hi());
        assertEquals("3<three(two(one))>", three.hi());
        assertEquals("3<three(two(one))>", three.self());
        assertEquals("two(one)", three.above());
        assertEquals("three(two(one))", new Three().hi());
    }

    @Test
    void original_runs_each_level_once() {
        Three three = new Three();
        Patch.on(three).around("hi", (original, self) -> original.call());
        three.hi();
        assertEquals(3, three.ran);
    }

    @Test
    void a_patch_runs_no_level_at_all() {
        Three three = new Three();
        Patch.on(three).method("hi", self -> "patched");
        assertEquals("patched", three.hi());
        assertEquals(0, three.ran);
    }

    static class Recursive {
        int fall(int n) {
            return n == 0 ? 0 : 1 + fall(n - 1);
        }
    }

    static class Deeper extends Recursive {
        @Override
        int fall(int n) {
            return super.fall(n);
        }
    }

    @Test
    void recursion_through_super_reaches_the_patch_at_each_step() {
        Deeper deeper = new Deeper();
        Patch.on(deeper)
                .around(
                        "fall",
                        (Original1<Integer, Integer> original, Deeper self, Integer n) -> 10 + original.call(n));
        assertEquals(43, deeper.fall(3));
    }

    interface Root {
        default String hi() {
            return "root";
        }
    }

    interface Left extends Root {
        @Override
        default String hi() {
            return "left(" + Root.super.hi() + ")";
        }
    }

    interface Right extends Root {
        @Override
        default String hi() {
            return "right(" + Root.super.hi() + ")";
        }
    }

    interface Plain extends Root {}

    static class Both implements Left, Right {
        @Override
        public String hi() {
            return Left.super.hi() + "+" + Right.super.hi();
        }

        String left() {
            return Left.super.hi();
        }
    }

    static class LeftAndPlain implements Plain, Left {}

    static class OnlyRoot implements Plain {}

    @Test
    void the_class_that_closes_a_diamond_is_patched() {
        Both both = new Both();
        Left left = both;
        Patch.on(both).around("hi", (original, self) -> "<" + original.call() + ">");
        assertEquals("<left(root)+right(root)>", both.hi());
        assertEquals("<left(root)+right(root)>", left.hi());
        assertEquals("left(root)", both.left());
        assertEquals("left(root)+right(root)", new Both().hi());
    }

    @Test
    void of_a_diamond_without_an_override_the_most_specific_default_is_patched() {
        LeftAndPlain object = new LeftAndPlain();
        Root root = object;
        Patch.on(object)
                .intercept(
                        "hi", call -> call.method().getDeclaringClass().getSimpleName() + "<" + call.original() + ">");
        assertEquals("Left<left(root)>", object.hi());
        assertEquals("Left<left(root)>", root.hi());
        assertEquals("left(root)", new LeftAndPlain().hi());
    }

    @Test
    void a_default_method_over_two_interfaces_is_patched() {
        OnlyRoot object = new OnlyRoot();
        Plain plain = object;
        Patch.on(object).method("hi", self -> "patched");
        assertEquals("patched", plain.hi());
        assertEquals("root", new OnlyRoot().hi());
        assertEquals("left(root)", new LeftAndPlain().hi());
        Patch.on(object).restoreAll();
        assertEquals("root", object.hi());
    }

    @Test
    void a_patched_default_method_leaves_others_super_calls_into_it_alone() {
        Patch.on(new OnlyRoot()).method("hi", self -> "patched");
        assertEquals("left(root)+right(root)", new Both().hi());
    }

    interface Secretive {
        default String ask() {
            return "it is " + secret();
        }

        private String secret() {
            return "a secret";
        }
    }

    static class Keeper implements Secretive {}

    @Test
    void a_private_method_of_an_interface_is_patched() {
        Keeper keeper = new Keeper();
        Patch.on(keeper).method("secret", self -> "out");
        assertEquals("it is out", keeper.ask());
        assertEquals("it is a secret", new Keeper().ask());
    }

    interface Named {
        String name();

        default String hello() {
            return "hello " + name();
        }
    }

    record Person(String name) implements Named {}

    @Test
    void a_default_method_that_calls_an_abstract_one_reaches_its_patch() {
        Person person = new Person("Ann");
        Patch.on(person).method("name", self -> "patched");
        assertEquals("hello patched", person.hello());
        assertEquals("hello Ann", new Person("Ann").hello());
    }

    abstract static class Template {
        String run() {
            return begin() + step() + end();
        }

        private String begin() {
            return "[";
        }

        abstract String step();

        private String end() {
            return "]";
        }
    }

    static class Job extends Template {
        @Override
        String step() {
            return "job";
        }
    }

    @Test
    void private_and_overridden_steps_of_a_template_are_patched() {
        Job job = new Job();
        Patch.on(job).method("begin", self -> "<").method("step", self -> "patched");
        assertEquals("<patched]", job.run());
        assertEquals("[job]", new Job().run());
    }
}
