package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.Patch;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.it.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects whose classes come from loaders below, beside, and far away from ours. */
class LoadersTest {
    private final URLClassLoader child = new URLClassLoader(web(), LoadersTest.class.getClassLoader());
    private final URLClassLoader sibling = new URLClassLoader(web(), LoadersTest.class.getClassLoader());
    private final URLClassLoader stranger = new URLClassLoader(web(), new Reserved());

    private static URL[] web() {
        try {
            return new URL[] {Fixtures.compile("web").toUri().toURL()};
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Like an OSGi bundle's parent: what is not imported is not there. */
    private static final class Reserved extends ClassLoader {
        Reserved() {
            super(LoadersTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.instancepatch")) {
                throw new ClassNotFoundException(name + " is not imported");
            }
            return super.loadClass(name, resolve);
        }
    }

    @AfterEach
    void close() throws IOException {
        child.close();
        sibling.close();
        stranger.close();
    }

    private static Object page(ClassLoader loader) throws ReflectiveOperationException {
        return loader.loadClass("web.Page").getDeclaredConstructor().newInstance();
    }

    private static Object call(Object page, String method) throws ReflectiveOperationException {
        return page.getClass().getMethod(method).invoke(page);
    }

    private static void assertPatchable(ClassLoader loader) throws ReflectiveOperationException {
        Object page = page(loader);
        assertSame(loader, page.getClass().getClassLoader());
        Patch.on(page)
                .method("title", self -> "patched")
                .around("shown", (original, self) -> original.call() + "!")
                .intercept("self", call -> call.original());
        assertEquals("<patched>!", call(page, "shown"));
        assertSame(page, call(page, "self"));
        assertEquals("<own title>", call(page(loader), "shown"));
        Patch.on(page).restoreAll();
        assertEquals("<own title>", call(page, "shown"));
        assertFalse(Patch.isPatched(page));
    }

    @Test
    void an_object_of_a_child_loader_s_class_is_patched() throws Exception {
        assertPatchable(child);
    }

    @Test
    void an_object_whose_loader_cannot_see_the_library_is_patched_from_outside() throws Exception {
        assertThrows(ClassNotFoundException.class, () -> stranger.loadClass("dev.instancepatch.Patch"));
        assertPatchable(stranger);
    }

    @Test
    void the_same_class_of_another_loader_is_another_class() throws Exception {
        Object one = page(child);
        Object two = page(sibling);
        Patch.on(one).method("title", self -> "one");
        Patch.on(two).method("title", self -> "two");
        assertEquals("<one> <two>", call(one, "shown") + " " + call(two, "shown"));
        Patch.on(two).restoreAll();
        assertEquals("<one> <own title>", call(one, "shown") + " " + call(two, "shown"));
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** Reads as servers do: every class through the application's loader. */
    private static final class Through extends ObjectInputStream {
        private final ClassLoader loader;

        Through(ClassLoader loader, InputStream in) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass descriptor) throws ClassNotFoundException {
            return Class.forName(descriptor.getName(), false, loader);
        }
    }

    private static Object copy(Object object, ClassLoader loader) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new Through(loader, new ByteArrayInputStream(written(object)))) {
            return in.readObject();
        }
    }

    @Test
    void a_patch_travels_to_a_child_loader_s_class() throws Exception {
        Object page = page(child);
        Patch.on(page).method("title", self -> "patched");
        Object copy = copy(page, child);
        assertNotSame(page, copy);
        assertEquals("<patched>", call(copy, "shown"));
    }

    @Test
    void a_patch_travels_from_one_loader_s_class_to_another_s() throws Exception {
        Object page = page(child);
        Patch.on(page).method("title", self -> "patched");
        Object copy = copy(page, sibling);
        assertSame(sibling, copy.getClass().getClassLoader());
        assertEquals("<patched>", call(copy, "shown"));
    }

    @Test
    void a_reader_that_cannot_see_the_library_refuses_a_patched_object_and_says_so() throws Exception {
        Object page = page(stranger);
        Patch.on(page).method("title", self -> "patched");
        RefusedPatchException refused = assertThrows(RefusedPatchException.class, () -> copy(page, stranger));
        assertEquals(Code.HIDDEN_PAYLOAD, refused.code(), refused.getMessage());
        assertTrue(refused.getMessage().contains("dev.instancepatch.wire.*"), refused.getMessage());
    }

    @Test
    void a_reader_that_cannot_see_the_library_reads_an_unpatched_object_of_a_woven_class() throws Exception {
        Patch.on(page(stranger)).method("title", self -> "patched");
        assertEquals("<own title>", call(copy(page(stranger), stranger), "shown"));
    }
}
