package dev.instancepatch.table;

import org.jspecify.annotations.Nullable;

/** Primitive types and their boxes. Written out, so that a constant type folds to a constant answer once compiled. */
public final class Boxes {
    private Boxes() {}

    /** Returns the box of a primitive type, and any other type as it is. */
    public static Class<?> box(Class<?> type) {
        if (!type.isPrimitive()) {
            return type;
        }
        if (type == int.class) {
            return Integer.class;
        }
        if (type == long.class) {
            return Long.class;
        }
        if (type == double.class) {
            return Double.class;
        }
        if (type == boolean.class) {
            return Boolean.class;
        }
        if (type == float.class) {
            return Float.class;
        }
        if (type == char.class) {
            return Character.class;
        }
        if (type == byte.class) {
            return Byte.class;
        }
        return type == short.class ? Short.class : Void.class;
    }

    /** Returns true if a box of this type converts to a primitive type: unboxing (JLS 5.1.8), then widening (5.1.2). */
    public static boolean widens(Class<?> box, Class<?> primitive) {
        if (box(primitive) == box) {
            return true;
        }
        if (box == Byte.class) {
            return primitive == short.class || takesInt(primitive);
        }
        if (box == Short.class || box == Character.class || box == Integer.class) {
            return takesInt(primitive);
        }
        if (box == Long.class) {
            return primitive == float.class || primitive == double.class;
        }
        return box == Float.class && primitive == double.class;
    }

    private static boolean takesInt(Class<?> primitive) {
        return primitive == int.class
                || primitive == long.class
                || primitive == float.class
                || primitive == double.class;
    }

    /** Returns the value as the box of exactly this primitive type, or null if it does not convert. */
    static @Nullable Object widen(Class<?> primitive, Object value) {
        if (box(primitive) == value.getClass()) {
            return value;
        }
        if (!widens(value.getClass(), primitive)) {
            return null;
        }
        Number number = value instanceof Character c ? (Number) (int) c : (Number) value;
        if (primitive == short.class) {
            return number.shortValue();
        }
        if (primitive == int.class) {
            return number.intValue();
        }
        if (primitive == long.class) {
            return number.longValue();
        }
        return primitive == float.class ? (Object) number.floatValue() : (Object) number.doubleValue();
    }
}
