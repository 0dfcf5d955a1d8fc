package dev.instancepatch.it.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.instancepatch.Patch;
import dev.instancepatch.it.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream finds what a function captured where it finds everything else: in the loader of the code that reads. */
class ChildLoaderTest {
    @Test
    void a_captured_object_is_of_the_reading_application_s_own_class() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {Fixtures.compile("child").toUri().toURL()})) {
            Object bird = make(loader, "child.App$Bird");
            List<Object> nests = List.of(make(loader, "child.App$Nest"));
            Patch.on(bird).method("hi", self -> nests + (nests.get(0).getClass().getClassLoader() + ""));
            Object copy = loader.loadClass("child.App")
                    .getMethod("read", byte[].class)
                    .invoke(null, (Object) bytes(bird));
            assertEquals("[a nest]" + loader, copy.getClass().getMethod("hi").invoke(copy));
            assertSame(loader, copy.getClass().getClassLoader());
        }
    }

    private static Object make(ClassLoader loader, String name) throws Exception {
        return loader.loadClass(name).getConstructor().newInstance();
    }

    private static byte[] bytes(Object object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }
}
