package dev.instancepatch.agent.capture;

import dev.instancepatch.agent.backstage.Backstage;
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
import org.jspecify.annotations.Nullable;

/**
 * Finds the way from a captured value to the object in it that is not Serializable, breadth first: for a message, after
 * serialization has failed. Names types, fields and indices, never values.
 */
public final class SerializablePath {
    private static final int MAX_OBJECTS = 10_000;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Step> pending = new ArrayDeque<>();

    private SerializablePath() {}

    /** Returns for example {@code " → connections[0] → socket"}, empty if the value itself is the culprit or none is found. */
    public static String within(@Nullable Object value) {
        try {
            return search(value);
        } catch (RuntimeException | LinkageError strange) {
            return ""; // an application's collection that cannot be walked; the refusal itself matters more
        }
    }

    private static String search(@Nullable Object value) {
        SerializablePath search = new SerializablePath();
        search.look(value, "");
        while (!search.pending.isEmpty() && search.seen.size() < MAX_OBJECTS) {
            Step step = search.pending.remove();
            if (!(step.object instanceof Serializable)) {
                return step.path;
            }
            search.lookInside(step);
        }
        return "";
    }

    private void look(@Nullable Object object, String path) {
        if (object != null && seen.add(object)) {
            pending.add(new Step(object, path));
        }
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
                if (!Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && !field.getType().isPrimitive()) {
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
