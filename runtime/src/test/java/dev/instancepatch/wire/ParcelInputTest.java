package dev.instancepatch.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import elsewhere.Saying;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParcelInputTest {
    interface Hidden extends Serializable {
        String hi();
    }

    private static byte[] bytes(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ParcelOutput(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes, ClassLoader loader) throws Exception {
        try (ParcelInput in = new ParcelInput(new ByteArrayInputStream(bytes), bytes.length, loader)) {
            return in.readObject();
        }
    }

    private static Object copy(Object object) throws Exception {
        return read(bytes(object), ParcelInputTest.class.getClassLoader());
    }

    @Test
    void classes_of_primitives_are_found() throws Exception {
        Class<?>[] all = {
            boolean.class,
            byte.class,
            char.class,
            short.class,
            int.class,
            long.class,
            float.class,
            double.class,
            void.class,
            int[].class,
            String[][].class,
            ParcelInputTest[].class
        };
        assertArrayEquals(all, (Class<?>[]) copy(all));
    }

    @Test
    void proxies_are_found_whether_their_interfaces_are_public_or_not() throws Exception {
        ClassLoader loader = ParcelInputTest.class.getClassLoader();
        Class<?>[] hidden = {Hidden.class, Comparator.class};
        assertEquals("x", ((Hidden) copy(Proxy.newProxyInstance(loader, hidden, new Saying("x")))).hi());
        Class<?>[] open = {Runnable.class};
        assertTrue(Proxy.isProxyClass(
                copy(Proxy.newProxyInstance(loader, open, new Saying("x"))).getClass()));
    }

    @Test
    void classes_are_asked_of_the_given_loader() throws Exception {
        List<String> asked = new ArrayList<>();
        ClassLoader loader = new ClassLoader(ParcelInputTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                asked.add(name);
                return super.loadClass(name, resolve);
            }
        };
        assertEquals(new Saying("x"), read(bytes(new Saying("x")), loader));
        assertEquals(List.of(Saying.class.getName()), asked);
        assertThrows(
                ClassNotFoundException.class, () -> read(bytes(new Saying("x")), ClassLoader.getPlatformClassLoader()));
    }

    @Test
    void this_library_s_own_classes_are_not_the_application_s_affair() throws Exception {
        Class<?> own = (Class<?>) read(bytes(Payload.class), ClassLoader.getPlatformClassLoader());
        assertSame(Payload.class, own);
    }

    @Test
    void an_array_longer_than_the_stream_is_not_allocated() throws IOException {
        byte[] bytes = bytes(new Object[0]);
        bytes[bytes.length - 4] = 0x7f;
        assertThrows(InvalidClassException.class, () -> read(bytes, ClassLoader.getSystemClassLoader()));
    }

    @Test
    void collections_with_room_to_spare_are_read() throws Exception {
        Map<Integer, Integer> map = new HashMap<>(1 << 20, 0.25f);
        for (int i = 0; i < 3_000; i++) {
            map.put(i, i);
        }
        assertEquals(map, copy(map));
        assertEquals(new HashMap<>(1 << 20), copy(new HashMap<>(1 << 20)));
    }
}
