package dev.instancepatch.benchmarks.scaling;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** Birds of a class each: copies of {@link Bird} under other names. */
final class Breeds {
    private Breeds() {}

    /** What is copied. */
    public static class Bird {
        /** Makes one. */
        public Bird() {}

        /** Says hello, unless patched. */
        public String hi() {
            return "hello";
        }
    }

    /** Returns the only bird of its class. */
    static Object hatch(int breed) throws IOException, ReflectiveOperationException {
        String name = Bird.class.getName().replace('.', '/');
        ClassWriter writer = new ClassWriter(0);
        try (InputStream file = Objects.requireNonNull(Bird.class.getResourceAsStream("Breeds$Bird.class"))) {
            new ClassReader(file)
                    .accept(new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, name, name + breed)), 0);
        }
        return new Loader()
                .define(writer.toByteArray())
                .getDeclaredConstructor()
                .newInstance();
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(Breeds.class.getClassLoader());
        }

        Class<?> define(byte[] file) {
            return defineClass(null, file, 0, file.length);
        }
    }
}
