package dev.instancepatch.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class file's constants (JVMS 4.4), each of a kind that there is, and leading to others of the kinds that it needs. */
final class ConstantPool {
    static final int UTF8 = 1;
    static final int INTEGER = 3;
    static final int FLOAT = 4;
    static final int LONG = 5;
    static final int DOUBLE = 6;
    static final int CLASS = 7;
    static final int STRING = 8;
    static final int FIELD = 9;
    static final int METHOD = 10;
    static final int INTERFACE_METHOD = 11;
    static final int NAME_AND_TYPE = 12;
    static final int METHOD_HANDLE = 15;
    static final int METHOD_TYPE = 16;
    static final int DYNAMIC = 17;
    static final int INVOKE_DYNAMIC = 18;

    private static final int SHORTEST = 3; // bytes of a constant

    private final int[] tags;
    private final int[] first; // what it leads to, or the kind of a method handle, or the number of a bootstrap method
    private final int[] second;
    private final @Nullable String[] texts;

    private ConstantPool(int size) {
        tags = new int[size];
        first = new int[size];
        second = new int[size];
        texts = new @Nullable String[size];
    }

    static ConstantPool read(ClassBytes in, int major) throws MalformedBundleException {
        int size = in.u2();
        if (size == 0 || (size - 1) * SHORTEST > in.left()) {
            throw new MalformedBundleException("it ends before its constants do");
        }
        ConstantPool pool = new ConstantPool(size);
        for (int i = 1; i < size; i++) {
            i += pool.readConstant(i, in, major);
        }
        ConstantCheck.check(pool, major);
        return pool;
    }

    /** Returns how many places more it takes. */
    private int readConstant(int index, ClassBytes in, int major) throws MalformedBundleException {
        int tag = in.u1();
        tags[index] = tag;
        switch (tag) {
            case UTF8 -> texts[index] = ModifiedUtf8.read(in, major);
            case INTEGER, FLOAT -> in.skip(4);
            case LONG, DOUBLE -> {
                in.skip(8);
                return 1; // JVMS 4.4.5
            }
            case CLASS, STRING, METHOD_TYPE -> first[index] = in.u2();
            case METHOD_HANDLE -> {
                first[index] = in.u1();
                second[index] = in.u2();
            }
            case FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC -> {
                first[index] = in.u2();
                second[index] = in.u2();
            }
            default -> throw new MalformedBundleException("constant " + index + " is of no kind that a class has");
        }
        return 0;
    }

    int size() {
        return tags.length;
    }

    /** Returns a constant's kind; 0 where there is none. */
    int tag(int index) {
        return index < tags.length ? tags[index] : 0;
    }

    int first(int index) {
        return first[index];
    }

    int second(int index) {
        return second[index];
    }

    /** Returns the index, which is that of a constant of one of these kinds. */
    int require(int index, int... kinds) throws MalformedBundleException {
        int tag = tag(index);
        for (int kind : kinds) {
            if (tag == kind) {
                return index;
            }
        }
        throw new MalformedBundleException("it uses constant " + index + " as what it is not");
    }

    /** Requires a constant of a kind, or none. */
    void requireIfAny(int index, int kind) throws MalformedBundleException {
        if (index != 0) {
            require(index, kind);
        }
    }

    /** Requires a constant that ldc, or a bootstrap method, takes (JVMS 4.4, table 4.4-C). */
    void requireLoadable(int index) throws MalformedBundleException {
        require(index, INTEGER, FLOAT, LONG, DOUBLE, CLASS, STRING, METHOD_HANDLE, METHOD_TYPE, DYNAMIC);
    }

    String text(int index) throws MalformedBundleException {
        String text = texts[require(index, UTF8)];
        if (text == null) {
            throw new AssertionError(index);
        }
        return text;
    }

    /** Returns the internal name of a class; the descriptor of an array type. */
    String className(int index) throws MalformedBundleException {
        return text(first[require(index, CLASS)]);
    }

    /** Returns the indexes of all constants of these kinds. */
    List<Integer> all(int... kinds) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 1; i < tags.length; i++) {
            for (int kind : kinds) {
                if (tags[i] == kind) {
                    indexes.add(i);
                }
            }
        }
        return indexes;
    }

    /** Requires as many bootstrap methods as constants name. */
    void requireBootstraps(int count) throws MalformedBundleException {
        for (int index : all(DYNAMIC, INVOKE_DYNAMIC)) {
            if (first[index] >= count) {
                throw new MalformedBundleException("constant " + index + " names a bootstrap method that is not there");
            }
        }
    }
}
