package dev.instancepatch.code;

import static dev.instancepatch.code.ConstantPool.DOUBLE;
import static dev.instancepatch.code.ConstantPool.FLOAT;
import static dev.instancepatch.code.ConstantPool.INTEGER;
import static dev.instancepatch.code.ConstantPool.LONG;
import static dev.instancepatch.code.ConstantPool.UTF8;

/**
 * Reads annotations (JVMS 4.7.16 to 4.7.22) without calling itself. Some JVMs do not do so when they define a class, and end where
 * the stack does; so what is nested deeply is refused.
 */
final class AnnotationReader {
    private static final int MAX_DEPTH = 100; // nobody writes as many by hand

    private final ConstantPool pool;
    private final int[] left = new int[MAX_DEPTH + 1]; // by depth: values that are still to be read
    private final boolean[] named = new boolean[MAX_DEPTH + 1]; // those of an annotation are, those of an array are not
    private int depth;

    AnnotationReader(ConstantPool pool) {
        this.pool = pool;
    }

    /** Reads an attribute, and returns true; or returns false if it holds no annotations. */
    boolean read(String name, ClassBytes in) throws MalformedBundleException {
        switch (name) {
            case "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations" -> annotations(in);
            case "RuntimeVisibleParameterAnnotations", "RuntimeInvisibleParameterAnnotations" -> {
                for (int parameters = in.u1(); parameters > 0; parameters--) {
                    annotations(in);
                }
            }
            case "RuntimeVisibleTypeAnnotations", "RuntimeInvisibleTypeAnnotations" -> {
                for (int count = in.u2(); count > 0; count--) {
                    target(in);
                    annotation(in);
                }
            }
            case "AnnotationDefault" -> {
                depth = -1;
                value(in);
                values(in);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void annotations(ClassBytes in) throws MalformedBundleException {
        for (int count = in.u2(); count > 0; count--) {
            annotation(in);
        }
    }

    private void annotation(ClassBytes in) throws MalformedBundleException {
        depth = -1;
        beginAnnotation(in);
        values(in);
    }

    private void beginAnnotation(ClassBytes in) throws MalformedBundleException {
        pool.require(in.u2(), UTF8);
        begin(in.u2(), true);
    }

    private void begin(int count, boolean areNamed) throws MalformedBundleException {
        if (++depth > MAX_DEPTH) {
            throw new MalformedBundleException("annotations in it are nested more than " + MAX_DEPTH + " deep");
        }
        left[depth] = count;
        named[depth] = areNamed;
    }

    private void values(ClassBytes in) throws MalformedBundleException {
        while (depth >= 0) {
            if (left[depth] == 0) {
                depth--;
                continue;
            }
            left[depth]--;
            if (named[depth]) {
                pool.require(in.u2(), UTF8);
            }
            value(in);
        }
    }

    /** One value, or the beginning of several. */
    private void value(ClassBytes in) throws MalformedBundleException {
        switch (in.u1()) {
            case 'B', 'C', 'I', 'S', 'Z' -> pool.require(in.u2(), INTEGER);
            case 'D' -> pool.require(in.u2(), DOUBLE);
            case 'F' -> pool.require(in.u2(), FLOAT);
            case 'J' -> pool.require(in.u2(), LONG);
            case 's', 'c' -> pool.require(in.u2(), UTF8);
            case 'e' -> {
                pool.require(in.u2(), UTF8);
                pool.require(in.u2(), UTF8);
            }
            case '@' -> beginAnnotation(in);
            case '[' -> begin(in.u2(), false);
            default -> throw new MalformedBundleException("an annotation in it has a value of no kind that there is");
        }
    }

    /** What a type annotation is about, and where in it (JVMS 4.7.20.1, 4.7.20.2). */
    private static void target(ClassBytes in) throws MalformedBundleException {
        int type = in.u1();
        switch (type) {
            case 0x00, 0x01, 0x16 -> in.skip(1);
            case 0x10, 0x11, 0x12, 0x17, 0x42, 0x43, 0x44, 0x45, 0x46 -> in.skip(2);
            case 0x13, 0x14, 0x15 -> {}
            case 0x40, 0x41 -> in.skip(in.u2() * 6L);
            case 0x47, 0x48, 0x49, 0x4A, 0x4B -> in.skip(3);
            default -> throw new MalformedBundleException("an annotation in it is of nothing that there is");
        }
        in.skip(in.u1() * 2L);
    }
}
