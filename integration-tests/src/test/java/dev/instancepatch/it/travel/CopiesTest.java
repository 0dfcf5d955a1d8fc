package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Origin;
import dev.instancepatch.Patch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A copy made in one JVM, by clone or through a stream, has the patches its original had, and then goes its own way. */
class CopiesTest {
    static class Hen implements Serializable, Cloneable {
        private static final long serialVersionUID = 1L;

        String name = "hen";

        String hi() {
            return "hello";
        }

        String bye() {
            return "bye";
        }

        @Override
        public Hen clone() throws CloneNotSupportedException {
            return (Hen) super.clone();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    private static Hen patched() {
        Hen hen = new Hen();
        Patch.on(hen).method("hi", (Hen self) -> "patched " + self.name);
        return hen;
    }

    @Test
    void a_copy_through_a_stream_has_the_patch_and_its_own_state() throws Exception {
        Hen hen = patched();
        Hen copy = copy(hen);
        copy.name = "copy";
        assertNotSame(hen, copy);
        assertEquals("patched hen", hen.hi());
        assertEquals("patched copy", copy.hi());
        assertEquals(Origin.OWN_CODE, Patch.on(copy).patches().get(0).origin());
    }

    @Test
    void restoring_a_copy_leaves_its_original_patched_and_the_other_way_round() throws Exception {
        Hen hen = patched();
        Hen copy = copy(hen);
        Hen other = copy(hen);
        Hen clone = hen.clone();
        Patch.on(copy).restoreAll();
        assertEquals("hello", copy.hi());
        assertEquals("patched hen", hen.hi());
        Patch.on(hen).restoreAll();
        assertEquals("patched hen", other.hi());
        assertEquals("patched hen", clone.hi());
    }

    @Test
    void patching_a_copy_further_leaves_its_original_as_it_is() throws Exception {
        Hen hen = patched();
        Hen copy = copy(hen);
        Patch.on(copy).method("bye", (Hen self) -> "patched bye").method("hi", (Hen self) -> "again");
        assertEquals("bye", hen.bye());
        assertEquals("patched hen", hen.hi());
        assertEquals("again, patched bye", copy.hi() + ", " + copy.bye());
    }

    @Test
    void copies_of_one_stream_that_share_a_function_are_independent() throws Exception {
        List<Hen> hens = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Hen hen = new Hen();
            hen.name = "hen " + i;
            Patch.on(hen).method("hi", (Hen self) -> "patched " + self.name);
            hens.add(hen);
        }
        List<Hen> copies = copy(hens);
        Patch.on(copies.get(1)).restoreAll();
        assertEquals("patched hen 0", copies.get(0).hi());
        assertEquals("hello", copies.get(1).hi());
        assertEquals("patched hen 2", copies.get(2).hi());
        assertEquals("patched hen 1", hens.get(1).hi());
    }

    @Test
    void a_copy_s_captured_objects_are_copies_too() throws Exception {
        List<String> log = new ArrayList<>();
        Hen hen = new Hen();
        Patch.on(hen).method("hi", (Hen self) -> {
            log.add(self.name);
            return "call " + log.size();
        });
        hen.hi();
        Hen copy = copy(hen);
        assertEquals("call 2", copy.hi());
        assertEquals("call 3", copy.hi());
        assertEquals("call 2", hen.hi());
        assertEquals(2, log.size());
    }

    @Test
    void the_clone_of_a_copy_and_the_copy_of_a_clone_have_the_patch() throws Exception {
        Hen hen = patched();
        assertEquals("patched hen", copy(hen).clone().hi());
        assertEquals("patched hen", copy(hen.clone()).hi());
        assertEquals("patched hen", copy(copy(copy(hen))).hi());
    }

    @Test
    void a_local_patch_stays_with_the_original() throws Exception {
        Hen hen = patched();
        Patch.on(hen).local().method("bye", (Hen self) -> "only here");
        Hen copy = copy(hen);
        assertEquals("only here", hen.bye());
        assertEquals("bye", copy.bye());
        assertEquals("patched hen", copy.hi());
        Patch.on(hen).restore("hi");
        assertTrue(!Patch.isPatched(copy(hen)), "only a local patch was left");
    }
}
