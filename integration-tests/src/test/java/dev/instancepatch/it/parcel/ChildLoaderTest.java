package dev.instancepatch.it.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.Parcel;
import dev.instancepatch.Patch;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.it.Fixtures;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** A parcel's classes are those that the code sees which unpacks it. */
class ChildLoaderTest {
    private static final int DEEP = 30_000;

    private static URLClassLoader loader() throws Exception {
        return new URLClassLoader(
                new URL[] {Fixtures.compile("parcel-child").toUri().toURL()});
    }

    private static Object egg(ClassLoader loader) throws Exception {
        return loader.loadClass("parcelchild.App$Egg").getConstructor().newInstance();
    }

    private static Object unpack(ClassLoader loader, byte[] parcel) throws Exception {
        return loader.loadClass("parcelchild.App")
                .getMethod("unpack", byte[].class)
                .invoke(null, (Object) parcel);
    }

    @Test
    void they_are_of_the_calling_code_s_loader() throws Exception {
        try (URLClassLoader loader = loader()) {
            Object copy = unpack(loader, Parcel.pack(egg(loader)));
            assertSame(loader, copy.getClass().getClassLoader());
        }
    }

    @Test
    void also_of_a_graph_too_deep_for_the_caller_s_stack() throws Exception {
        try (URLClassLoader loader = loader()) {
            Object first = egg(loader);
            for (int i = 0; i < DEEP; i++) {
                Object next = egg(loader);
                next.getClass().getField("next").set(next, first);
                first = next;
            }
            Patch.on(first).method("hi", self -> "patched");
            Object copy = unpack(loader, Parcel.pack(first));
            assertSame(loader, copy.getClass().getClassLoader());
            assertEquals("patched", copy.getClass().getMethod("hi").invoke(copy));
        }
    }

    @Test
    void code_that_does_not_see_the_class_is_told() throws Exception {
        try (URLClassLoader loader = loader()) {
            byte[] parcel = Parcel.pack(egg(loader));
            RefusedPatchException refused = assertThrows(RefusedPatchException.class, () -> Parcel.unpack(parcel));
            assertEquals(Code.MISSING_CLASS, refused.code());
            assertTrue(refused.getMessage().contains("parcelchild.App$Egg"), refused.getMessage());
        }
    }
}
