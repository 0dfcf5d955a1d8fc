package dev.instancepatch.select;

import dev.instancepatch.refusal.Refusals;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The methods an object answers to: for each signature the declaration nearest to its class. A bridge only calls the method it
 * stands for, so it is left out, together with what it overrides.
 */
final class Methods {
    /**
     * By name, of objects of a class. Looking through all methods of the hierarchy took two thirds of what it takes to patch an
     * object and restore it, and more the more methods there are. The class holds it, and it holds the class's own supertypes only.
     */
    private static final ClassValue<Map<String, List<Method>>> NAMED = new ClassValue<>() {
        @Override
        protected Map<String, List<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private Methods() {}

    /** Returns the methods of this name, static and abstract ones included, nearest first. */
    static List<Method> named(Class<?> type, String name) {
        Map<String, List<Method>> known = NAMED.get(type);
        List<Method> named = known.get(name);
        if (named == null) {
            named = all(type).stream().filter(m -> m.getName().equals(name)).toList();
            if (!named.isEmpty()) {
                known.put(name, named); // others are mistakes, of which there is no end
            }
        }
        return named;
    }

    /** Returns every method an object of this class answers to. */
    static Collection<Method> all(Class<?> type) {
        Map<String, Method> nearest = new LinkedHashMap<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Method method : declared(c)) {
                if (!isVisibilityBridge(method)) {
                    nearest.putIfAbsent(signature(method), method);
                }
            }
        }
        for (Class<?> implemented : interfaces(type)) {
            declared(implemented).stream()
                    .filter(m -> !Modifier.isStatic(m.getModifiers()))
                    .forEach(m -> nearest.merge(signature(m), m, Methods::concrete));
        }
        nearest.values().removeIf(Method::isBridge);
        return nearest.values();
    }

    /** Returns the method that a bridge with these parameter types calls: {@code add(String)} for {@code add(Object)}; or null. */
    static @Nullable Method behindBridge(Class<?> type, String name, List<Class<?>> parameters) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            types.add(c);
        }
        types.addAll(interfaces(type));
        return types.stream()
                .flatMap(c -> declared(c).stream())
                .filter(m -> m.isBridge()
                        && m.getName().equals(name)
                        && Arrays.asList(m.getParameterTypes()).equals(parameters))
                .flatMap(bridge -> declared(bridge.getDeclaringClass()).stream()
                        .filter(m -> !m.isBridge() && standsFor(bridge, m)))
                .findFirst()
                .orElse(null);
    }

    /** The methods a class declares, its own before its bridges: of two with one signature, the bridge is not the one meant. */
    private static List<Method> declared(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredMethods())
                    .sorted(Comparator.comparing(Method::isBridge))
                    .toList();
        } catch (NoClassDefFoundError e) {
            throw Refusals.missingClass(type.getTypeName(), e);
        }
    }

    /**
     * True if a bridge does nothing but make a method of a package-private superclass callable: there is no other method in its
     * class that it could stand for.
     */
    private static boolean isVisibilityBridge(Method method) {
        return method.isBridge()
                && Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                        .noneMatch(other -> !other.isBridge() && standsFor(method, other));
    }

    /** True if a bridge may call this method: same name, its parameters and result no wider (JLS 15.12.4.5). */
    private static boolean standsFor(Method bridge, Method method) {
        Class<?>[] wide = bridge.getParameterTypes();
        Class<?>[] narrow = method.getParameterTypes();
        boolean fits = bridge.getName().equals(method.getName())
                && wide.length == narrow.length
                && bridge.getReturnType().isAssignableFrom(method.getReturnType());
        for (int i = 0; fits && i < wide.length; i++) {
            fits = wide[i].isAssignableFrom(narrow[i]);
        }
        return fits;
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
