package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.trust.Seal;
import dev.instancepatch.trust.Verdict;
import dev.instancepatch.trust.Voucher;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
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
     * @param in the stream
     * @param annotation what the descriptor's annotation holds, {@link #isOne}
     * @param name as {@link Class#getName} has it; an array's too
     * @param found what the stream has found itself
     * @param mayLook true if a class of this JVM that the stream has not found may be looked for
     * @throws RefusedPatchException if this JVM does not have it and does not trust it
     */
    public static Class<?> resolve(
            ObjectInputStream in, @Nullable Object annotation, String name, @Nullable Class<?> found, boolean mayLook)
            throws RefusedPatchException, ClassNotFoundException {
        Seal seal = annotation instanceof SealedUnit sealed ? sealed.seal() : null;
        Object unit = annotation instanceof SealedUnit sealed ? sealed.unit() : annotation;
        if (!(unit instanceof UnitBytes bytes)) {
            throw ReadRefusals.malformedPayload("a class that travels is not where it belongs", null);
        }
        Voucher voucher =
                Vouching.of(in, seal, () -> Statements.ofClass(bytes.contentHash()), Verdict.Kind.CLASS, name);
        return resolve(bytes.unit(), voucher, in.getClass().getName(), name, found, mayLook);
    }

    /** Returns true if an object that an annotation holds is a class that travels. */
    public static boolean isOne(@Nullable Object annotation) {
        return annotation instanceof UnitBytes || annotation instanceof SealedUnit;
    }

    /** Returns what a stream carries in the annotation of a class that travels. */
    public static Object annotation(ObjectOutputStream out, ClassUnit unit) {
        return Sealing.covers(out) ? UnitBytes.of(unit) : SealedUnit.of(unit);
    }

    private static Class<?> resolve(
            ClassUnit unit, Voucher voucher, String origin, String name, @Nullable Class<?> found, boolean mayLook)
            throws RefusedPatchException, ClassNotFoundException {
        Matcher array = ARRAY.matcher(name);
        if (!array.matches()) {
            return Arrival.classOf(unit, voucher, origin, name, found, mayLook);
        }
        Class<?> element = found;
        while (element != null && element.isArray()) {
            element = element.componentType();
        }
        Class<?> type = Arrival.classOf(unit, voucher, origin, array.group(2), element, mayLook);
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
