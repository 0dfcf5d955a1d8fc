package dev.instancepatch.agent.weave;

import java.nio.charset.StandardCharsets;

/** Adds fields behind those of a class: two constants each, and the field itself. All else is copied as it stands. */
final class FieldInsertion {
    private static final int MAX_CONSTANTS = 0xFFFF;
    private static final int MAX_FIELDS = 0xFFFF;
    private static final int CONSTANT_UTF8 = 1;

    private final byte[] from;
    private final byte[] to;
    private int read;
    private int written;

    private FieldInsertion(byte[] from, int more) {
        this.from = from;
        this.to = new byte[from.length + more];
    }

    /**
     * A field to add.
     *
     * @param access its access flags
     * @param name ASCII
     * @param descriptor ASCII
     */
    record Field(int access, String name, String descriptor) {
        int constantBytes() {
            return 3 + name.length() + 3 + descriptor.length();
        }
    }

    /**
     * Returns a class file with more fields.
     *
     * @throws IllegalStateException if it has no room for them (JVMS 4.11)
     */
    static byte[] into(byte[] bytes, ClassShape shape, Field... fields) {
        int more = 0;
        for (Field field : fields) {
            more += field.constantBytes() + 8;
        }
        return new FieldInsertion(bytes, more).insert(shape, fields);
    }

    private byte[] insert(ClassShape shape, Field[] fields) {
        copyTo(shape.poolCountAt());
        int constants = count(2 * fields.length, MAX_CONSTANTS, "constants");
        copyTo(shape.poolEnd());
        for (Field field : fields) {
            utf8(field.name());
            utf8(field.descriptor());
        }
        copyTo(shape.fieldCountAt());
        count(fields.length, MAX_FIELDS, "fields");
        copyTo(shape.fieldsEnd());
        for (Field field : fields) {
            u2(field.access());
            u2(constants++);
            u2(constants++);
            u2(0); // attributes
        }
        copyTo(from.length);
        return to;
    }

    /** Writes a higher number in the place of the one that is next; returns that. */
    private int count(int more, int limit, String what) {
        int count = (from[read] & 0xFF) << 8 | (from[read + 1] & 0xFF);
        if (count + more > limit) {
            throw new IllegalStateException("it has no room for more " + what);
        }
        u2(count + more);
        read += 2;
        return count;
    }

    private void copyTo(int end) {
        System.arraycopy(from, read, to, written, end - read);
        written += end - read;
        read = end;
    }

    private void utf8(String text) {
        to[written++] = CONSTANT_UTF8;
        u2(text.length());
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(ascii, 0, to, written, ascii.length);
        written += ascii.length;
    }

    private void u2(int value) {
        to[written++] = (byte) (value >> 8);
        to[written++] = (byte) value;
    }
}
