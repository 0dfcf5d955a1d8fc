package dev.instancepatch.table;

import dev.instancepatch.refusal.Refusals;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a function returned into what the method returns: boxes widen as in JLS 5.3 (after unboxing, JLS 5.1.2), null
 * is never unboxed, and nothing is cast blindly.
 */
final class Results {
    private Results() {}

    /** Returns the handle {@code (Object) -> result} for a method, or null where any value will do. */
    static @Nullable MethodHandle filter(MethodId id) {
        Class<?> result = id.type().returnType();
        if (result == void.class || result == Object.class) {
            return null;
        }
        MethodHandle check = MethodHandles.insertArguments(
                        result.isPrimitive() ? Own.PRIMITIVE_RESULT : Own.REFERENCE_RESULT, 0, id, result)
                .asType(MethodType.methodType(result, Object.class));
        return result.isPrimitive() ? Unboxing.of(result, check) : check;
    }

    static @Nullable Object reference(MethodId id, Class<?> result, @Nullable Object value) {
        if (value != null && !result.isInstance(value)) {
            throw Refusals.wrongResult(id.method(), result, value.getClass());
        }
        return value;
    }

    static Object primitive(MethodId id, Class<?> result, @Nullable Object value) {
        if (value == null) {
            throw Refusals.nullResult(id.method());
        }
        Object widened = Boxes.widen(result, value);
        if (widened == null) {
            throw Refusals.wrongResult(id.method(), result, value.getClass());
        }
        return widened;
    }
}
