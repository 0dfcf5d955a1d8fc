package dev.instancepatch.benchmarks.copies;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Class files made from one: wherever the template's constant pool says {@code 0000}, a copy says its number. A class {@code
 * Bird0000} becomes {@code Bird0042}, and a constant {@code "SQUAWK 0000"} changes with it, so that no two copies have the same code.
 */
public final class NumberedCopies {
    private static final String PLACE = "0000";

    private final String template;
    private final String text; // a character a byte

    /**
     * Reads the template.
     *
     * @param name of a class whose simple name ends in 0000
     * @param loader that serves its class file
     */
    public NumberedCopies(String name, ClassLoader loader) throws IOException {
        this.template = name;
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new IOException("no class file of " + name);
            }
            this.text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Defines a copy in a loader; from 1 to 9999. */
    public Class<?> define(int number, Defining loader) {
        String digits = String.format(Locale.ROOT, "%04d", number);
        byte[] copy = text.replace(PLACE, digits).getBytes(StandardCharsets.ISO_8859_1);
        return loader.define(template.replace(PLACE, digits), copy);
    }

    /** A loader whose classes are handed to it; it serves their class files, as any other. */
    public static final class Defining extends ClassLoader {
        private final Map<String, byte[]> files = new ConcurrentHashMap<>();

        /** Makes a loader below another. */
        public Defining(ClassLoader parent) {
            super(parent);
        }

        private Class<?> define(String name, byte[] bytes) {
            files.put(name.replace('.', '/') + ".class", bytes);
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            byte[] own = files.get(name);
            return own == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(own);
        }
    }
}
