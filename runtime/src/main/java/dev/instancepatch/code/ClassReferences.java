package dev.instancepatch.code;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a class file names in its constant pool (JVMS 4.4): classes, fields and methods. Read by hand, and only as far as that: the
 * bytes may come from anywhere.
 */
public final class ClassReferences {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    private final Object[] texts; // by index
    private final int[] first;
    private final int[] second;
    private final int[] tags;

    /**
     * A field or method that a class names.
     *
     * @param owner internal name of the class it is looked for in; an array type's descriptor for an array
     * @param isField true for a field
     */
    public record Member(String owner, String name, String descriptor, boolean isField) {}

    private ClassReferences(int size) {
        texts = new Object[size];
        first = new int[size];
        second = new int[size];
        tags = new int[size];
    }

    /**
     * Reads a class file's constant pool.
     *
     * @throws MalformedBundleException if it has none
     */
    public static ClassReferences of(ClassImage image) throws MalformedBundleException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(image.bytes()))) {
            in.skipNBytes(8); // magic, version
            int size = in.readUnsignedShort();
            ClassReferences references = new ClassReferences(size);
            for (int i = 1; i < size; i++) {
                i += references.readConstant(i, in);
            }
            references.checkIndexes();
            return references;
        } catch (IOException e) {
            throw new MalformedBundleException(image.name() + " has no constant pool", e);
        }
    }

    /** Returns how many places more it takes. */
    private int readConstant(int index, DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        tags[index] = tag;
        switch (tag) {
            case UTF8 -> texts[index] = in.readUTF();
            case CLASS, 8, 16, 19, 20 -> first[index] = in.readUnsignedShort();
            case 3, 4 -> in.skipNBytes(4);
            case 5, 6 -> {
                in.skipNBytes(8);
                return 1; // JVMS 4.4.5
            }
            case 15 -> {
                in.skipNBytes(1);
                first[index] = in.readUnsignedShort();
            }
            default -> {
                first[index] = in.readUnsignedShort();
                second[index] = in.readUnsignedShort();
            }
        }
        return 0;
    }

    private void checkIndexes() throws IOException {
        for (int i = 0; i < tags.length; i++) {
            boolean isMember = tags[i] == FIELD || tags[i] == METHOD || tags[i] == INTERFACE_METHOD;
            boolean isWell = switch (tags[i]) {
                case CLASS -> isAt(first[i], UTF8);
                case NAME_AND_TYPE -> isAt(first[i], UTF8) && isAt(second[i], UTF8);
                default -> !isMember || (isAt(first[i], CLASS) && isAt(second[i], NAME_AND_TYPE));
            };
            if (!isWell) {
                throw new IOException("constant " + i);
            }
        }
    }

    private boolean isAt(int index, int tag) {
        return index > 0 && index < tags.length && tags[index] == tag;
    }

    /** Returns the classes it names, internal names, array types as their elements; primitives are none. */
    public Set<String> classes() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == CLASS) {
                String name = element(text(first[i]));
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Returns the fields and methods it names. */
    public List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == FIELD || tags[i] == METHOD || tags[i] == INTERFACE_METHOD) {
                int type = second[i];
                members.add(new Member(text(first[first[i]]), text(first[type]), text(second[type]), tags[i] == FIELD));
            }
        }
        return members;
    }

    private String text(int index) {
        return (String) texts[index];
    }

    private static String element(String name) {
        if (!name.startsWith("[")) {
            return name;
        }
        int start = name.lastIndexOf('[') + 1;
        return name.startsWith("L", start) && name.endsWith(";") ? name.substring(start + 1, name.length() - 1) : "";
    }
}
