package dev.instancepatch.agent.capture;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.code.OwnPackages;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way from one object to another that it leads to, breadth first: for a message, after something has failed. Names
 * types, fields and indices, never values.
 */
public final class GraphPath {
    private static final int MAX_OBJECTS = 10_000;

    private final Predicate<Object> culprit;
    private final int skipped; // modifiers of fields not followed
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Step> pending = new ArrayDeque<>();

    private GraphPath(Predicate<Object> culprit, int skipped) {
        this.culprit = culprit;
        this.skipped = skipped;
    }

    /** Returns for example {@code " → connections[0] → socket"}, empty if the value itself is not Serializable or none is found. */
    public static String toUnserializable(@Nullable Object value) {
        return new GraphPath(o -> !(o instanceof Serializable), Modifier.STATIC | Modifier.TRANSIENT).from(value);
    }

    /** Returns true if serialization by fields would fail at a value, or at something that it leads to. */
    public static boolean leadsToUnserializable(@Nullable Object value) {
        return value != null
                && (!(value instanceof Serializable) || !toUnserializable(value).isEmpty());
    }

    /** Returns the way to an object, through transient fields too: collections keep their elements there. Empty if there is none. */
    public static String to(Object target, Object root) {
        return new GraphPath(o -> o == target, Modifier.STATIC).from(root);
    }

    private String from(@Nullable Object root) {
        try {
            return search(root);
        } catch (RuntimeException | LinkageError strange) {
            return ""; // an application's collection that cannot be walked; the refusal itself matters more
        }
    }

    private String search(@Nullable Object root) {
        look(root, "");
        while (!pending.isEmpty() && seen.size() < MAX_OBJECTS) {
            Step step = pending.remove();
            if (culprit.test(step.object)) {
                return step.path;
            }
            lookInside(step);
        }
        return "";
    }

    private void look(@Nullable Object object, String path) {
        if (object != null && !isOurs(object) && seen.add(object)) {
            pending.add(new Step(object, path));
        }
    }

    private static boolean isOurs(Object object) {
        return OwnPackages.include(object.getClass().getName().replace('.', '/'));
    }

    private void lookInside(Step step) {
        Object object = step.object;
        if (object instanceof Collection<?> collection) {
            int index = 0;
            for (Object element : collection) {
                if (index >= MAX_OBJECTS) {
                    return;
                }
                look(element, step.path + "[" + index++ + "]");
            }
        } else if (object instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> look(key, step.path + "[key]"));
            map.values().forEach(value -> look(value, step.path + "[value]"));
        } else if (object instanceof Object[]) {
            for (int i = 0; i < Array.getLength(object); i++) {
                look(Array.get(object, i), step.path + "[" + i + "]");
            }
        } else {
            fields(step);
        }
    }

    private void fields(Step step) {
        for (Class<?> c = step.object.getClass(); c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if ((field.getModifiers() & skipped) == 0 && !field.getType().isPrimitive()) {
                    look(read(field, step.object), step.path + " → " + field.getName());
                }
            }
        }
    }

    private static @Nullable Object read(Field field, Object object) {
        try {
            return Backstage.lookupIn(field.getDeclaringClass())
                    .unreflectGetter(field)
                    .invoke(object);
        } catch (Throwable unreadable) {
            return null; // then the path does not go through it
        }
    }

    private record Step(Object object, String path) {}
}
