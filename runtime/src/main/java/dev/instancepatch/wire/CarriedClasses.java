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
     * @throws RefusedPatchException if this JVM does not have it and does not trust it
     */
    public static Class<?> resolve(UnitBytes unit, String name) throws RefusedPatchException, ClassNotFoundException {
        Matcher array = ARRAY.matcher(name);
        if (!array.matches()) {
            return Arrival.classOf(unit.unit(), name);
        }
        Class<?> type = Arrival.classOf(unit.unit(), array.group(2));
        for (int i = 0; i < array.group(1).length(); i++) {
            type = type.arrayType();
        }
        return type;
    }

    /** Returns the class of this name that the function being read brought along, or null: relays without an agent annotate nothing. */
    public static @Nullable Class<?> broughtAlong(String name) {
        return Arrival.broughtAlong(name);
    }
}
