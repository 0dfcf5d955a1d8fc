package dev.instancepatch.it.patching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.instancepatch.Code;
import dev.instancepatch.Patch;
import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Refused;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that were prepared in one step are patched without another one. */
class PreparedClassesTest {
    interface Singing {
        default String sing() {
            return "la";
        }
    }

    static class Bird {
        String hi() {
            return "hello";
        }

        String greet(String who) {
            return "hello " + who;
        }

        private String secret() {
            return "egg";
        }

        String secretOf() {
            return secret();
        }
    }

    static class Lark extends Bird implements Singing {
        final long count(int a, long b) {
            return a + b;
        }

        @Override
        String hi() {
            return "tweet " + super.hi();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weave=lazy", "weave=eager"})
    void classes_are_prepared_without_being_initialised(String option) {
        FinishedJvm jvm = ForkedJvm.withAgent(option)
                .classPath(Fixtures.compile("anytime"))
                .run("anytime.Uninitialised")
                .expectSuccess();
        assertEquals("false", jvm.fact("initialised"));
        assertEquals("patched HELLO", jvm.fact("said"));
    }

    @Test
    void nothing_is_retransformed_for_a_patch_of_what_a_class_declares_or_inherits() throws Throwable {
        Patch.prepare(Lark.class);
        Lark lark = new Lark();
        assertEquals(List.of(), Retransformed.during(() -> {
            Patch.on(lark).method("hi", self -> "patched");
            Patch.on(lark).method("greet", (self, who) -> "patched " + who);
            Patch.on(lark).method("secret", self -> "patched secret");
            Patch.on(lark).method("sing", self -> "patched song");
            Patch.on(lark).method("count", (Lark self, Integer a, Long b) -> a * b);
        }));
        assertEquals("patched, patched you, patched secret, patched song, 6", said(lark));
        assertEquals("tweet hello, hello you, egg, la, 5", said(new Lark()));
        Patch.on(lark).restoreAll();
        assertEquals("tweet hello, hello you, egg, la, 5", said(lark));
    }

    private static String said(Lark lark) {
        return String.join(
                ", ", lark.hi(), lark.greet("you"), lark.secretOf(), lark.sing(), String.valueOf(lark.count(2, 3)));
    }

    static class A {
        String hi() {
            return "a";
        }
    }

    static class B {
        String hi() {
            return "b";
        }
    }

    static class C extends B {
        String bye() {
            return "c";
        }
    }

    @Test
    void many_classes_are_one_retransformation_and_none_the_second_time() throws Throwable {
        Patch.prepare(); // whatever the JVM's first patch needs
        assertEquals(List.of(3), Retransformed.during(() -> Patch.prepare(A.class, C.class, B.class, A.class)));
        assertEquals(List.of(), Retransformed.during(() -> Patch.prepare(C.class, A.class)));
        C patched = new C();
        assertEquals(List.of(), Retransformed.during(() -> Patch.on(patched).method("hi", self -> "x")));
        assertEquals("xc b", patched.hi() + patched.bye() + " " + new C().hi());
    }

    static class PatchedBefore {
        String one() {
            return "one";
        }

        String two() {
            return "two";
        }
    }

    @Test
    void patches_made_before_stay() {
        PatchedBefore object = new PatchedBefore();
        Patch.on(object).method("one", self -> "patched");
        Patch.prepare(PatchedBefore.class);
        assertEquals("patched two", object.one() + " " + object.two());
        Patch.on(object).method("two", self -> "too");
        assertEquals("patched too", object.one() + " " + object.two());
    }

    static class Growing extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        String label() {
            return "list of " + size();
        }
    }

    @Test
    void what_a_class_inherits_from_the_JDK_is_left_to_its_first_patch() throws Throwable {
        Growing list = new Growing();
        Patch.prepare(Growing.class);
        Patch.on(list).method("label", self -> "patched").method("trimToSize", self -> null);
        list.trimToSize();
        assertEquals("patched", list.label());
    }

    @Test
    void a_class_of_the_JDK_is_prepared_with_its_clones() throws Throwable {
        BitSet bits = new BitSet();
        bits.set(3);
        Patch.prepare(BitSet.class);
        assertEquals(List.of(), Retransformed.during(() -> Patch.on(bits).method("cardinality", self -> 42)));
        assertEquals(42, bits.cardinality());
        assertEquals(42, ((BitSet) bits.clone()).cardinality());
        assertEquals(0, new BitSet().cardinality());
    }

    static class Sheep implements Cloneable {
        String baa() {
            return "baa";
        }

        Sheep copy() {
            try {
                return (Sheep) super.clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    @Test
    void clones_of_prepared_classes_have_the_patches() throws Throwable {
        Sheep dolly = new Sheep();
        Patch.prepare(Sheep.class);
        assertEquals(List.of(), Retransformed.during(() -> Patch.on(dolly).method("baa", self -> "patched")));
        assertEquals("patched", dolly.copy().baa());
    }

    @Test
    void what_cannot_be_patched_is_left_out() {
        Patch.prepare(Thread.class, Runnable.class);
        assertFalse(Patch.isPatched(Thread.currentThread()));
    }

    static class Untouched {
        String hi() {
            return "hello";
        }
    }

    @Test
    void a_class_without_patchable_objects_is_refused_before_anything_is_done() throws Throwable {
        Patch.prepare();
        assertEquals(List.of(), Retransformed.during(() -> {
            Refused.with(Code.NULL_ARGUMENT, () -> Patch.prepare((Class<?>[]) null));
            Refused.with(Code.NULL_ARGUMENT, () -> Patch.prepare(Untouched.class, null), "class to prepare is null");
            Refused.with(
                    Code.UNPATCHABLE_OBJECT,
                    () -> Patch.prepare(Untouched.class, String.class),
                    "java.lang.String cannot be patched");
            Refused.with(Code.UNPATCHABLE_OBJECT, () -> Patch.prepare(Untouched.class, int[].class), "int[]");
            Refused.with(Code.UNPATCHABLE_OBJECT, () -> Patch.prepare(Untouched.class, int.class), "int");
            Runnable lambda = () -> {};
            Refused.with(Code.UNPATCHABLE_OBJECT, () -> Patch.prepare(Untouched.class, lambda.getClass()));
        }));
    }
}
