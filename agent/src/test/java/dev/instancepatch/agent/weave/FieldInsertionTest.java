package dev.instancepatch.agent.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Fields are added as ASM would add them, to whatever class file: those of java.base are of many kinds. */
class FieldInsertionTest {
    private static final int ACCESS = Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT;
    private static final FieldInsertion.Field ONE = new FieldInsertion.Field(ACCESS, "$one", "Ljava/lang/Object;");
    private static final FieldInsertion.Field TWO = new FieldInsertion.Field(Opcodes.ACC_STATIC, "$two", "Z");

    private static List<byte[]> classFiles;

    @BeforeAll
    static void read() throws IOException {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base", "java");
        try (Stream<Path> files = Files.walk(base)) {
            classFiles = files.filter(file -> file.toString().endsWith(".class"))
                    .map(FieldInsertionTest::bytes)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a class anew, its constants in the order in which it needs them, so that equal classes have equal bytes. */
    private static byte[] written(byte[] classFile, boolean adding) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(adding ? new Adding(writer) : writer, 0);
        return writer.toByteArray();
    }

    @Test
    void fields_are_added_as_asm_adds_them() {
        assertTrue(classFiles.size() > 1000);
        for (byte[] classFile : classFiles) {
            byte[] inserted = FieldInsertion.into(classFile, new ClassShape(classFile), ONE, TWO);
            assertArrayEquals(
                    written(written(classFile, true), false), written(inserted, false), () -> name(classFile));
        }
    }

    @Test
    void a_class_says_the_same_of_itself_as_to_asm() {
        for (byte[] classFile : classFiles) {
            ClassShape shape = new ClassShape(classFile);
            ClassReader reader = new ClassReader(classFile);
            assertEquals(reader.getSuperName(), shape.superName());
            assertEquals(
                    (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0,
                    shape.isInterfaceOrModule(),
                    reader::getClassName);
            assertEquals(reader.readUnsignedShort(6), shape.majorVersion());
        }
    }

    @Test
    void what_was_added_is_found() {
        byte[] classFile = classFiles.get(0);
        assertFalse(new ClassShape(classFile).hasField("$one"));
        byte[] inserted = FieldInsertion.into(classFile, new ClassShape(classFile), TWO, ONE);
        assertTrue(new ClassShape(inserted).hasField("$one"));
        assertFalse(new ClassShape(inserted).hasField("$on"));
    }

    @Test
    void a_superclass_may_have_any_name() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, "b/Tier", null, "b/Kükenähnlich\0", null);
        assertEquals("b/Kükenähnlich\0", new ClassShape(writer.toByteArray()).superName());
    }

    @Test
    void a_module_has_no_superclass() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
        ClassShape shape = new ClassShape(writer.toByteArray());
        assertTrue(shape.isInterfaceOrModule());
        assertNull(shape.superName());
    }

    @Test
    void a_class_without_room_for_constants_is_refused() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, "b/Full", null, "java/lang/Object", null);
        for (int i = 0; i < 65_525; i++) {
            writer.newConst(i);
        }
        byte[] full = writer.toByteArray();
        ClassShape shape = new ClassShape(full);
        assertTrue(new ClassShape(FieldInsertion.into(full, shape, ONE)).hasField("$one"));
        assertThrows(IllegalStateException.class, () -> FieldInsertion.into(full, shape, ONE, TWO, ONE, TWO, ONE));
    }

    @Test
    void what_is_no_class_file_is_refused() {
        assertThrows(RuntimeException.class, () -> new ClassShape(new byte[0]));
        assertThrows(RuntimeException.class, () -> new ClassShape(new byte[100]));
    }

    private static String name(byte[] classFile) {
        return new ClassReader(classFile).getClassName();
    }

    private static final class Adding extends ClassVisitor {
        Adding(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitEnd() {
            add(ONE);
            add(TWO);
            super.visitEnd();
        }

        private void add(FieldInsertion.Field field) {
            @Nullable
            FieldVisitor visitor = super.visitField(field.access(), field.name(), field.descriptor(), null, null);
            if (visitor != null) {
                visitor.visitEnd();
            }
        }
    }
}
