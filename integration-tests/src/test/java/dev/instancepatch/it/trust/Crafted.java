package dev.instancepatch.it.trust;

import dev.instancepatch.code.ClassImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Class files that no compiler makes, or none that a test could use. */
final class Crafted {
    static final String JOB = "com/acme/Job";

    private Crafted() {}

    static ClassImage job() {
        return named(JOB);
    }

    static ClassImage named(String name) {
        return image(name, "java/lang/Object", writer -> {});
    }

    static ClassImage heir(String name, String superName) {
        return image(name, superName, writer -> {});
    }

    /** Returns a class with one method that does nothing. */
    static ClassImage withMethod(String name, String descriptor) {
        return job(writer -> {
            MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
            method.visitCode();
            method.visitInsn(Opcodes.ACONST_NULL);
            method.visitInsn(descriptor.endsWith("V") ? Opcodes.POP : Opcodes.ARETURN);
            if (descriptor.endsWith("V")) {
                method.visitInsn(Opcodes.RETURN);
            }
            method.visitMaxs(0, 0);
            method.visitEnd();
        });
    }

    static ClassImage job(Consumer<ClassWriter> content) {
        return image(JOB, "java/lang/Object", content);
    }

    /** Returns a class with one static method. */
    static ClassImage withCode(int version, String descriptor, Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, JOB, null, "java/lang/Object", null);
        MethodVisitor method =
                writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", descriptor, null, null);
        method.visitCode();
        code.accept(method);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return new ClassImage(JOB, writer.toByteArray());
    }

    private static ClassImage image(String name, String superName, Consumer<ClassWriter> content) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, superName, null);
        content.accept(writer);
        writer.visitEnd();
        return new ClassImage(name, writer.toByteArray());
    }

    static ClassImage withVersion(int minor, int major) {
        byte[] bytes = job().bytes().clone();
        bytes[4] = (byte) (minor >> 8);
        bytes[5] = (byte) minor;
        bytes[6] = (byte) (major >> 8);
        bytes[7] = (byte) major;
        return new ClassImage(JOB, bytes);
    }

    /** Returns the class with more bytes behind its end, or fewer. */
    static ClassImage ofLength(ClassImage image, int length) {
        return new ClassImage(image.name(), Arrays.copyOf(image.bytes(), length));
    }

    /** Returns a class with an annotation of an annotation of an annotation. */
    static ClassImage annotated(int depth) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeInt(61);
            out.writeShort(8);
            for (String text : new String[] {JOB, "java/lang/Object", "RuntimeVisibleAnnotations", "LA;", "a"}) {
                out.writeByte(1);
                out.writeUTF(text);
            }
            out.write(new byte[] {7, 0, 1, 7, 0, 2}); // 6: the class, 7: its superclass
            out.writeShort(Opcodes.ACC_SUPER);
            out.writeShort(6);
            out.writeShort(7);
            out.write(new byte[6]); // no interfaces, fields, methods
            out.writeShort(1);
            out.writeShort(3);
            out.writeInt(2 + 4 + (depth - 1) * 7);
            out.writeShort(1);
            for (int i = 1; i < depth; i++) {
                out.write(new byte[] {0, 4, 0, 1, 0, 5, '@'});
            }
            out.write(new byte[] {0, 4, 0, 0});
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
        return new ClassImage(JOB, bytes.toByteArray());
    }
}
