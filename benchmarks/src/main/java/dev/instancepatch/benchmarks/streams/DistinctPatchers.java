package dev.instancepatch.benchmarks.streams;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** Patchers, as many as are asked for, each with a function of its own in a class of its own: no two share code. */
public final class DistinctPatchers {
    private static final String TEMPLATE = "dev/instancepatch/benchmarks/sender/TemplatePatcher";
    private static final String SAYS = "SQUAWK template";

    private int made;

    /** Returns more of them, in a loader of their own below the sender's, which goes when they go. */
    public List<Patcher> next(int count) {
        Generated loader = new Generated();
        List<Patcher> patchers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            patchers.add(loader.patcher(made++));
        }
        return patchers;
    }

    private static byte[] template() {
        try (InputStream in = Sender.loader().getResourceAsStream(TEMPLATE + ".class")) {
            if (in == null) {
                throw new IllegalStateException("no " + TEMPLATE + " in sender.jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("sender.jar cannot be read", e);
        }
    }

    private static byte[] copy(ClassReader template, String name, String says) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor saying = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(
                    int access,
                    String method,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] thrown) {
                return new Saying(says, super.visitMethod(access, method, descriptor, signature, thrown));
            }
        };
        template.accept(new ClassRemapper(saying, new SimpleRemapper(Opcodes.ASM9, TEMPLATE, name)), 0);
        return writer.toByteArray();
    }

    private static final class Saying extends MethodVisitor {
        private final String says;

        Saying(String says, MethodVisitor next) {
            super(Opcodes.ASM9, next);
            this.says = says;
        }

        @Override
        public void visitLdcInsn(Object value) {
            super.visitLdcInsn(value.equals(SAYS) ? says : value);
        }
    }

    /** Serves its class files too: they are what travels. */
    private static final class Generated extends ClassLoader {
        private final Map<String, byte[]> files = new HashMap<>();
        private final ClassReader template = new ClassReader(template());

        Generated() {
            super(Sender.loader());
        }

        Patcher patcher(int number) {
            String name = TEMPLATE + number;
            byte[] file = copy(template, name, "SQUAWK " + number);
            files.put(name + ".class", file);
            try {
                return (Patcher) defineClass(name.replace('/', '.'), file, 0, file.length)
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("no copy of " + TEMPLATE, e);
            }
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            byte[] file = files.get(name);
            return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
        }
    }
}
