package dev.instancepatch.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** The class's own body of a method, callable although the method carries a prologue. See {@link OriginalToken}. */
record OriginalBody(MethodId id, MethodHandle erased, MethodHandle spread) {
    static OriginalBody of(MethodId id) {
        int parameters = id.type().parameterCount();
        MethodHandle erased = checked(special(id.method()), id).asType(MethodType.genericMethodType(parameters + 1));
        return new OriginalBody(id, erased, erased.asSpreader(Object[].class, parameters));
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
                MethodHandle check = MethodHandles.insertArguments(Own.CHECK_ARGUMENT, 0, id, i)
                        .asType(MethodType.methodType(parameter, Object.class));
                checked = MethodHandles.filterArguments(
                        checked, i + 1, parameter.isPrimitive() ? Unboxing.of(parameter, check) : check);
            }
        }
        return checked;
    }
}
