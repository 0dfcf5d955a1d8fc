package dev.instancepatch.it.trust.attacks;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A class file that no compiler made: with a function that says EVIL, and whatever else an attacker likes.
 *
 * @param name what the bundle calls it
 * @param bytes the class file
 */
record Crafted(String name, byte[] bytes) {
    private static final String TYPE = "(Ljava/lang/Object;)Ljava/lang/Object;";

    /** Returns one that is as it should be. */
    static Crafted of(String name) {
        return of(name, writer -> {});
    }

    /** Returns one with more in it. */
    static Crafted of(String name, Consumer<ClassWriter> more) {
        return of(name, name, Opcodes.V17, "java/lang/Object", more);
    }

    static Crafted of(String name, String thisClass, int version, String superclass, Consumer<ClassWriter> more) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, thisClass, null, superclass, null);
        MethodVisitor entry = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "lambda$0", TYPE, null, null);
        entry.visitCode();
        fire(entry, "EVIL function");
        entry.visitLdcInsn("EVIL");
        entry.visitInsn(Opcodes.ARETURN);
        entry.visitMaxs(1, 1);
        entry.visitEnd();
        more.accept(writer);
        writer.visitEnd();
        return new Crafted(name, writer.toByteArray());
    }

    static void fire(MethodVisitor method, String canary) {
        method.visitLdcInsn(canary);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "zoo/Canaries", "fire", "(Ljava/lang/String;)V", false);
    }

    /** Adds a method without a result that leaves a sign that it ran. */
    static void canary(ClassWriter writer, int access, String name, String descriptor) {
        MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
        method.visitCode();
        fire(method, "EVIL " + name);
        boolean returnsObject = descriptor.endsWith(";");
        if (returnsObject) {
            method.visitInsn(Opcodes.ACONST_NULL);
        }
        method.visitInsn(returnsObject ? Opcodes.ARETURN : Opcodes.RETURN);
        method.visitMaxs(1, 4);
        method.visitEnd();
    }

    Crafted longer() {
        return new Crafted(name, Arrays.copyOf(bytes, bytes.length + 3));
    }

    Crafted cut(int by) {
        return new Crafted(name, Arrays.copyOf(bytes, bytes.length - by));
    }

    /** Returns it with another version, minor and major. */
    Crafted version(int minor, int major) {
        byte[] changed = bytes.clone();
        changed[4] = (byte) (minor >> 8);
        changed[5] = (byte) minor;
        changed[6] = (byte) (major >> 8);
        changed[7] = (byte) major;
        return new Crafted(name, changed);
    }

    /** Returns it as a function's only class. */
    byte[] images() {
        return images(this);
    }

    /** Returns classes as a function's; the first is the one to enter. */
    static byte[] images(Crafted... classes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(classes.length);
            for (Crafted each : classes) {
                out.writeUTF(each.name);
                out.writeInt(each.bytes.length);
                out.write(each.bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
