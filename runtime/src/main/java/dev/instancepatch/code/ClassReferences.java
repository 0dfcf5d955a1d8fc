package dev.instancepatch.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a class file names in its constant pool (JVMS 4.4): classes, fields and methods. Read only as far as that: the bytes may come
 * from anywhere.
 */
public final class ClassReferences {
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final List<Member> members = new ArrayList<>();

    /**
     * A field or method that a class names.
     *
     * @param owner internal name of the class it is looked for in; an array type's descriptor for an array
     * @param isField true for a field
     */
    public record Member(String owner, String name, String descriptor, boolean isField) {}

    ClassReferences(ConstantPool pool) throws MalformedBundleException {
        for (int index : pool.all(ConstantPool.CLASS)) {
            String name = element(pool.className(index));
            if (!name.isEmpty()) {
                classes.add(name);
            }
        }
        for (int index : pool.all(ConstantPool.FIELD, ConstantPool.METHOD, ConstantPool.INTERFACE_METHOD)) {
            members.add(member(index, pool));
        }
        for (int index : pool.all(ConstantPool.NAME_AND_TYPE)) {
            types.addAll(Descriptors.classes(pool.text(pool.second(index))));
        }
        for (int index : pool.all(ConstantPool.METHOD_TYPE)) {
            types.addAll(Descriptors.classes(pool.text(pool.first(index))));
        }
    }

    /**
     * Reads a class file's constant pool.
     *
     * @throws MalformedBundleException if it has none
     */
    public static ClassReferences of(ClassImage image) throws MalformedBundleException {
        ClassBytes in = new ClassBytes(image.bytes());
        try {
            in.skip(6); // magic, minor version
            return new ClassReferences(ConstantPool.read(in, in.u2()));
        } catch (MalformedBundleException e) {
            throw new MalformedBundleException(image.name() + " has no constant pool: " + e.getMessage(), e);
        }
    }

    private static Member member(int index, ConstantPool pool) throws MalformedBundleException {
        int type = pool.second(index);
        return new Member(
                pool.className(pool.first(index)),
                pool.text(pool.first(type)),
                pool.text(pool.second(type)),
                pool.tag(index) == ConstantPool.FIELD);
    }

    /** Returns the classes it names, internal names, array types as their elements; primitives are none. */
    public Set<String> classes() {
        return classes;
    }

    /** Returns the classes that the descriptors of what it uses name, internal names. */
    public Set<String> types() {
        return types;
    }

    /** Returns the fields and methods it names. */
    public List<Member> members() {
        return members;
    }

    private static String element(String name) {
        if (!name.startsWith("[")) {
            return name;
        }
        int start = name.lastIndexOf('[') + 1;
        return name.startsWith("L", start) && name.endsWith(";") ? name.substring(start + 1, name.length() - 1) : "";
    }
}
