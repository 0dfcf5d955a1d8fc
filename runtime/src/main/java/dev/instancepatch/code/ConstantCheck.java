package dev.instancepatch.code;

import static dev.instancepatch.code.ConstantPool.CLASS;
import static dev.instancepatch.code.ConstantPool.DYNAMIC;
import static dev.instancepatch.code.ConstantPool.FIELD;
import static dev.instancepatch.code.ConstantPool.INTERFACE_METHOD;
import static dev.instancepatch.code.ConstantPool.INVOKE_DYNAMIC;
import static dev.instancepatch.code.ConstantPool.METHOD;
import static dev.instancepatch.code.ConstantPool.METHOD_HANDLE;
import static dev.instancepatch.code.ConstantPool.METHOD_TYPE;
import static dev.instancepatch.code.ConstantPool.NAME_AND_TYPE;
import static dev.instancepatch.code.ConstantPool.STRING;
import static dev.instancepatch.code.ConstantPool.UTF8;

/** Whether each constant leads to what it needs (JVMS 4.4), and is one that this version of class files has. */
final class ConstantCheck {
    private static final int JAVA_7 = 51;
    private static final int JAVA_8 = 52;
    private static final int JAVA_11 = 55;

    private final ConstantPool pool;
    private final int major;

    private ConstantCheck(ConstantPool pool, int major) {
        this.pool = pool;
        this.major = major;
    }

    static void check(ConstantPool pool, int major) throws MalformedBundleException {
        ConstantCheck check = new ConstantCheck(pool, major);
        for (int i = 1; i < pool.size(); i++) {
            check.check(i);
        }
    }

    private void check(int index) throws MalformedBundleException {
        switch (pool.tag(index)) {
            case CLASS -> require(isClass(pool.className(index)), index);
            case STRING -> pool.require(pool.first(index), UTF8);
            case FIELD -> require(Descriptors.isField(descriptor(index)) && hasOwner(index), index);
            case METHOD, INTERFACE_METHOD -> require(isMethod(index) && hasOwner(index), index);
            case NAME_AND_TYPE -> nameAndType(index);
            case METHOD_HANDLE -> methodHandle(index);
            case METHOD_TYPE -> require(major >= JAVA_7 && Descriptors.isMethod(pool.text(pool.first(index))), index);
            case DYNAMIC -> require(major >= JAVA_11 && Descriptors.isField(descriptor(index)), index);
            case INVOKE_DYNAMIC -> require(major >= JAVA_7 && Descriptors.isMethod(descriptor(index)), index);
            default -> {} // leads nowhere
        }
    }

    private static void require(boolean holds, int index) throws MalformedBundleException {
        if (!holds) {
            throw new MalformedBundleException("constant " + index + " is not what it says");
        }
    }

    private static boolean isClass(String name) {
        return name.startsWith("[") ? Descriptors.isField(name) : Descriptors.isClassName(name);
    }

    private boolean hasOwner(int index) throws MalformedBundleException {
        return pool.require(pool.first(index), CLASS) > 0;
    }

    private String descriptor(int index) throws MalformedBundleException {
        return pool.text(pool.second(pool.require(pool.second(index), NAME_AND_TYPE)));
    }

    private boolean isMethod(int index) throws MalformedBundleException {
        String descriptor = descriptor(index);
        String name = pool.text(pool.first(pool.second(index)));
        return Descriptors.isMethod(descriptor)
                && (!name.startsWith("<")
                        || (name.equals("<init>") && pool.tag(index) == METHOD && descriptor.endsWith(")V")));
    }

    private void nameAndType(int index) throws MalformedBundleException {
        String name = pool.text(pool.first(index));
        String descriptor = pool.text(pool.second(index));
        // javac says that way what encloses a class of an initializer
        boolean isSpecial = name.equals("<init>") || name.equals("<clinit>");
        require(isSpecial || Descriptors.isMemberName(name), index);
        require(Descriptors.isField(descriptor) || Descriptors.isMethod(descriptor), index);
    }

    /** JVMS 4.4.8. */
    private void methodHandle(int index) throws MalformedBundleException {
        require(major >= JAVA_7, index);
        int member = pool.tag(pool.second(index));
        boolean isWell = switch (pool.first(index)) {
            case 1, 2, 3, 4 -> member == FIELD;
            case 5, 8 -> member == METHOD;
            case 6, 7 -> member == METHOD || (member == INTERFACE_METHOD && major >= JAVA_8);
            case 9 -> member == INTERFACE_METHOD;
            default -> false;
        };
        require(isWell, index);
    }
}
