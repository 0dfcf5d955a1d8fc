package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Classes that a stream brings along, in the annotations of their descriptors. */
public final class CarriedClasses {
    private static final Pattern ARRAY = Pattern.compile("(\\[+)L(.+);");

    private CarriedClasses() {}

    /**
     * Returns the class that a descriptor names.
     *
     * @param unit what the descriptor's annotation holds
     * @param name as {@link Class#getName} has it; an array's too
     * @param found what the stream has found itself
     * @param mayLook true if a class of this JVM that the stream has not found may be looked for
     * @throws RefusedPatchException if this JVM does not have it and does not trust it
     */
    public static Class<?> resolve(UnitBytes unit, String name, @Nullable Class<?> found, boolean mayLook)
            throws RefusedPatchException, ClassNotFoundException {
        Matcher array = ARRAY.matcher(name);
        if (!array.matches()) {
            return Arrival.classOf(unit.unit(), name, found, mayLook);
        }
        Class<?> element = found;
        while (element != null && element.isArray()) {
            element = element.componentType();
        }
        Class<?> type = Arrival.classOf(unit.unit(), array.group(2), element, mayLook);
        for (int i = 0; i < array.group(1).length(); i++) {
            type = type.arrayType();
        }
        return type;
    }

    /** Returns the class of this name that the function being read brought along, or null: relays without an agent annotate nothing. */
    public static @Nullable Class<?> broughtAlong(String name) throws RefusedPatchException {
        return Arrival.broughtAlong(name);
    }
}
