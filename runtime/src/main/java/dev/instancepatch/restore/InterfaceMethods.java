package dev.instancepatch.restore;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** The methods that make an interface a functional one (JLS 9.8). */
final class InterfaceMethods {
    private InterfaceMethods() {}

    /**
     * Returns its abstract methods, all of one name: but for those that every object has, as Comparator's {@code equals}.
     *
     * @throws IllegalArgumentException if there is none
     */
    static List<Method> abstractOf(Class<?> type) {
        List<Method> methods = Arrays.stream(type.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()) && !isOfObject(m))
                .toList();
        if (methods.isEmpty()) {
            throw new IllegalArgumentException(type + " is no functional interface");
        }
        return methods;
    }

    static boolean isOfObject(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException none) {
            return false;
        }
    }
}
