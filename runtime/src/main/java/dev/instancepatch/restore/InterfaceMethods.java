package dev.instancepatch.restore;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** The methods that make an interface a functional one (JLS 9.8). */
public final class InterfaceMethods {
    private InterfaceMethods() {}

    /**
     * Returns the abstract methods of the first that has any.
     *
     * @throws IllegalArgumentException if none has
     */
    static List<Method> abstractOf(List<Class<?>> types) {
        for (Class<?> type : types) {
            List<Method> methods = abstractOf(type);
            if (!methods.isEmpty()) {
                return methods;
            }
        }
        throw new IllegalArgumentException(types + " is no functional interface");
    }

    /** Returns an interface's abstract methods but for those that every object has, as Comparator's {@code equals}. */
    public static List<Method> abstractOf(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()) && !isOfObject(m))
                .toList();
    }

    private static boolean isOfObject(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException none) {
            return false;
        }
    }
}
