package dev.instancepatch.trust;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;

/** Whether this JVM was started with {@code --enable-preview}. No method of the JDK says so without another module; a class of ours tells. */
final class PreviewFeatures {
    private static final boolean ENABLED = tryOut();

    private PreviewFeatures() {}

    static boolean areEnabled() {
        return ENABLED;
    }

    private static boolean tryOut() {
        try {
            MethodHandles.lookup().defineHiddenClass(emptyClass(), false);
            return true;
        } catch (UnsupportedClassVersionError refused) {
            return false;
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible); // a full-access lookup
        }
    }

    /** Returns a class file without members that claims to use preview features of the running JVM. */
    private static byte[] emptyClass() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeShort(0xFFFF);
            out.writeShort(Runtime.version().feature() + 44);
            out.writeShort(5);
            out.writeByte(1);
            out.writeUTF(PreviewFeatures.class.getName().replace('.', '/') + "Probe");
            out.writeByte(7);
            out.writeShort(1);
            out.writeByte(1);
            out.writeUTF("java/lang/Object");
            out.writeByte(7);
            out.writeShort(3);
            out.writeShort(Modifier.FINAL | 0x20); // ACC_SUPER
            out.writeShort(2);
            out.writeShort(4);
            out.write(new byte[8]); // no interfaces, fields, methods, attributes
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
        return bytes.toByteArray();
    }
}
