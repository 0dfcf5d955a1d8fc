package dev.instancepatch.select;

import dev.instancepatch.refusal.Refusals;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The methods an object answers to: for each signature the declaration nearest to its class, bridges left out, since a bridge
 * only calls the method it stands for.
 */
final class Methods {
    private Methods() {}

    /** Returns the methods of this name, static and abstract ones included, nearest first. */
    static List<Method> named(Class<?> type, String name) {
        return all(type).stream().filter(m -> m.getName().equals(name)).toList();
    }

    /** Returns every method an object of this class answers to. */
    static Collection<Method> all(Class<?> type) {
        Map<String, Method> nearest = new LinkedHashMap<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            declared(c).forEach(m -> nearest.putIfAbsent(signature(m), m));
        }
        for (Class<?> implemented : interfaces(type)) {
            declared(implemented).stream()
                    .filter(m -> !Modifier.isStatic(m.getModifiers()) && !Modifier.isPrivate(m.getModifiers()))
                    .forEach(m -> nearest.merge(signature(m), m, Methods::concrete));
        }
        return nearest.values();
    }

    private static List<Method> declared(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(m -> !m.isBridge())
                    .toList();
        } catch (NoClassDefFoundError e) {
            throw Refusals.missingClass(type.getTypeName(), e);
        }
    }

    /** A default method stands in for an abstract declaration; between two others the nearer stays. */
    private static Method concrete(Method nearer, Method other) {
        return Modifier.isAbstract(nearer.getModifiers()) && !Modifier.isAbstract(other.getModifiers())
                ? other
                : isMoreSpecific(nearer, other) ? other : nearer;
    }

    /** True if both are default methods and the other one's interface extends the nearer one's (JLS 8.4.8). */
    private static boolean isMoreSpecific(Method nearer, Method other) {
        return nearer.isDefault()
                && other.isDefault()
                && nearer.getDeclaringClass() != other.getDeclaringClass()
                && nearer.getDeclaringClass().isAssignableFrom(other.getDeclaringClass());
    }

    private static Set<Class<?>> interfaces(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            List<Class<?>> pending = new ArrayList<>(Arrays.asList(c.getInterfaces()));
            while (!pending.isEmpty()) {
                Class<?> next = pending.remove(0);
                if (found.add(next)) {
                    pending.addAll(Arrays.asList(next.getInterfaces()));
                }
            }
        }
        return found;
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
