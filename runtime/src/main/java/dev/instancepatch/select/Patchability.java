package dev.instancepatch.select;

import dev.instancepatch.refusal.Refusals;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kinds of object cannot be patched in any JVM, whatever the agent does. */
public final class Patchability {
    private static final Set<Class<?>> VALUES = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Character.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class);

    private Patchability() {}

    /**
     * Refuses an object that cannot be patched.
     *
     * @throws dev.instancepatch.PatchException with the reason
     */
    public static void check(@Nullable Object object) {
        if (object == null) {
            throw Refusals.nullArgument("The object to patch");
        }
        checkClass(object.getClass());
    }

    /**
     * Refuses a class whose objects cannot be patched.
     *
     * @throws dev.instancepatch.PatchException with the reason
     */
    public static void checkClass(Class<?> type) {
        String why = unpatchable(type);
        if (why != null) {
            throw Refusals.unpatchableObject(type, why);
        }
    }

    private static @Nullable String unpatchable(Class<?> type) {
        if (type.isArray()) {
            return "an array has no methods of its own";
        }
        if (VALUES.contains(type)) {
            return "the JVM treats it as a value and shares it between all its users";
        }
        if (type.isPrimitive()) {
            return "a primitive is no object";
        }
        if (type == Class.class) {
            return "the JVM itself calls its methods";
        }
        return type.isHidden() ? "the JVM lets no agent change a lambda's or another hidden class" : null;
    }
}
