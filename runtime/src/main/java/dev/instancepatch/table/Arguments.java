package dev.instancepatch.table;

import dev.instancepatch.refusal.Refusals;
import org.jspecify.annotations.Nullable;

/** Checks values on their way into a method or a function, so that generated code never casts blindly. */
final class Arguments {
    private Arguments() {}

    /** Returns an argument for a method's own body if it fits the parameter: a box for a primitive, widened as in JLS 5.3. */
    static @Nullable Object check(MethodId id, int index, @Nullable Object value) {
        Class<?> parameter = id.type().parameterType(index);
        if (parameter.isPrimitive()) {
            Object widened = value == null ? null : Boxes.widen(parameter, value);
            if (widened == null) {
                throw Refusals.wrongArgument(id.method(), index, parameter, classOf(value));
            }
            return widened;
        }
        if (value != null && !parameter.isInstance(value)) {
            throw Refusals.wrongArgument(id.method(), index, parameter, classOf(value));
        }
        return value;
    }

    private static @Nullable Class<?> classOf(@Nullable Object value) {
        return value == null ? null : value.getClass();
    }
}
