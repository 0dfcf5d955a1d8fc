package dev.instancepatch.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** The class's own body of a method, callable although the method carries a prologue. See {@link OriginalToken}. */
final class OriginalBody {
    private final MethodId id;
    private final MethodHandle erased; // (self, a, b, ...) -> result, all Object
    private final MethodHandle spread; // (self, Object[]) -> result

    OriginalBody(MethodId id) {
        this.id = id;
        int parameters = id.type().parameterCount();
        this.erased = checked(special(id.method()), id).asType(MethodType.genericMethodType(parameters + 1));
        this.spread = erased.asSpreader(Object[].class, parameters);
    }

    private static MethodHandle special(Method method) {
        Class<?> declaring = method.getDeclaringClass();
        try {
            return Trusted.lookupIn(declaring)
                    .unreflectSpecial(method, declaring)
                    .asFixedArity();
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible); // the lookup has full access
        }
    }

    private static MethodHandle checked(MethodHandle special, MethodId id) {
        MethodHandle checked = special;
        for (int i = 0; i < id.type().parameterCount(); i++) {
            Class<?> parameter = id.type().parameterType(i);
            if (parameter != Object.class) {
                MethodHandle check = MethodHandles.insertArguments(Own.CHECK_ARGUMENT, 0, id, i);
                checked = MethodHandles.filterArguments(
                        checked, i + 1, check.asType(MethodType.methodType(parameter, Object.class)));
            }
        }
        return checked;
    }

    MethodId id() {
        return id;
    }

    /**
     * Returns {@code (self, a, b, ...) -> result}. Whoever calls it arms an {@link OriginalToken} first; it calls directly, so that a
     * stack trace through {@code original} shows one frame of ours for it.
     */
    MethodHandle erased() {
        return erased;
    }

    /** Returns {@code (self, Object[]) -> result}, the same otherwise; the array's length must fit. */
    MethodHandle spread() {
        return spread;
    }
}
