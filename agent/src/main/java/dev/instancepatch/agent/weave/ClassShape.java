package dev.instancepatch.agent.weave;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says before its methods (JVMS 4.1), and where it says it. Every class of an application is looked at when it loads:
 * ASM would read the methods too, and is forty classes to load before main.
 */
final class ClassShape {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int MODULE = 0x8000;
    private static final int VERSION = 6;
    private static final int POOL_COUNT = 8;

    private final byte[] bytes;
    private final int[] entries; // where each constant's content begins, behind its tag
    private final int poolEnd;
    private final int fieldCount;
    private final int fieldsEnd;

    /**
     * Looks at a class file.
     *
     * @throws IllegalArgumentException if it is none, or of a kind that this version does not know
     * @throws IndexOutOfBoundsException if it is cut off
     */
    ClassShape(byte[] bytes) {
        this.bytes = bytes;
        if (u4(0) != MAGIC) {
            throw new IllegalArgumentException("not a class file");
        }
        entries = new int[u2(POOL_COUNT)];
        poolEnd = indexPool();
        int interfaces = poolEnd + 6; // behind access, this and super
        fieldCount = interfaces + 2 + 2 * u2(interfaces);
        fieldsEnd = skipFields(fieldCount);
    }

    int majorVersion() {
        return u2(VERSION);
    }

    /** True for what no object is of. */
    boolean isInterfaceOrModule() {
        return (u2(poolEnd) & (Modifier.INTERFACE | MODULE)) != 0;
    }

    /** Returns the internal name of the superclass, null if there is none. */
    @Nullable
    String superName() {
        int constant = u2(poolEnd + 4);
        return constant == 0 ? null : utf8(u2(entries[constant]));
    }

    /** Returns true if a field has this name, which is ASCII. */
    boolean hasField(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.ISO_8859_1);
        int at = fieldCount + 2;
        for (int i = u2(fieldCount); i > 0; i--) {
            int text = entries[u2(at + 2)];
            int begin = text + 2;
            if (Arrays.equals(bytes, begin, begin + u2(text), wanted, 0, wanted.length)) {
                return true;
            }
            at = skipAttributes(at + 6);
        }
        return false;
    }

    /** Where the number of constants stands. */
    int poolCountAt() {
        return POOL_COUNT;
    }

    /** Where the constants end. */
    int poolEnd() {
        return poolEnd;
    }

    /** Where the number of fields stands. */
    int fieldCountAt() {
        return fieldCount;
    }

    /** Where the fields end. */
    int fieldsEnd() {
        return fieldsEnd;
    }

    private int indexPool() {
        int at = POOL_COUNT + 2;
        for (int i = 1; i < entries.length; i++) {
            int tag = bytes[at++];
            entries[i] = at;
            switch (tag) {
                case 1 -> at += 2 + u2(at); // Utf8
                case 7, 8, 16, 19, 20 -> at += 2; // Class, String, MethodType, Module, Package
                case 15 -> at += 3; // MethodHandle
                case 3, 4, 9, 10, 11, 12, 17, 18 -> at += 4; // Integer, Float, references, NameAndType, dynamic
                case 5, 6 -> { // Long and Double count twice
                    at += 8;
                    i++;
                }
                default -> throw new IllegalArgumentException("an unknown constant, of kind " + tag);
            }
        }
        return at;
    }

    private int skipFields(int count) {
        int at = count + 2;
        for (int i = u2(count); i > 0; i--) {
            at = skipAttributes(at + 6); // behind access, name and descriptor
        }
        return at;
    }

    private int skipAttributes(int count) {
        int at = count + 2;
        for (int i = u2(count); i > 0; i--) {
            int length = u4(at + 2);
            if (length < 0) {
                throw new IllegalArgumentException("an attribute longer than a class file");
            }
            at += 6 + length;
        }
        return at;
    }

    private String utf8(int constant) {
        int at = entries[constant];
        int length = u2(at);
        for (int i = at + 2; i < at + 2 + length; i++) {
            if (bytes[i] < 0) {
                return modifiedUtf8(at, length + 2);
            }
        }
        return new String(bytes, at + 2, length, StandardCharsets.ISO_8859_1);
    }

    private String modifiedUtf8(int at, int length) {
        try {
            return new DataInputStream(new ByteArrayInputStream(bytes, at, length)).readUTF();
        } catch (IOException e) {
            throw new IllegalArgumentException("a constant that is no text", e);
        }
    }

    private int u2(int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private int u4(int at) {
        return u2(at) << 16 | u2(at + 2);
    }
}
