package dev.instancepatch.agent.serial;

import dev.instancepatch.code.OwnPackages;
import dev.instancepatch.refusal.TrustRefusals;
import dev.instancepatch.table.Patches;
import dev.instancepatch.table.Slots;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are in a signed stream within another one, and outside of it too: for a reader they would be two. Objects whose
 * identity nobody should ask for (strings, numbers, records, lambdas, value-based classes) may be.
 */
final class Shared {
    private static final Set<String> VALUE_PACKAGES = Set.of("java.lang", "java.math", "java.time", "java.net");

    private static final Set<String> VALUES = Set.of(
            "java.util.UUID", "java.util.Locale", "java.util.Currency", "java.io.File", "java.util.regex.Pattern");

    private static final Set<String> VALUE_PREFIXES = Set.of(
            "java.util.ImmutableCollections$",
            "java.util.Collections$Empty",
            "java.util.Collections$ReverseComparator",
            "java.util.Optional");

    /** While nothing is kept apart, an object that is written costs one look. */
    private static volatile boolean any;

    private Shared() {}

    static @Nullable Class<?> between(ObjectOutputStream inner, ObjectOutputStream outer) {
        WriterState state = WriterState.known(outer);
        for (Object object : objects(inner)) {
            if (Streams.hasWritten(outer, object) || (state != null && state.holder(outer, object) != null)) {
                return object.getClass();
            }
        }
        return null;
    }

    /** Returns what a stream has written that has an identity. */
    static List<Object> objects(ObjectOutputStream stream) {
        Set<Object> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> objects = new ArrayList<>();
        for (Object written : Streams.written(stream)) {
            if (sharesParts(written)) {
                inside.addAll(partsOf(written));
            }
            add(written, objects);
        }
        for (Object replaced : Streams.replaced(stream)) {
            add(replaced, objects);
        }
        objects.removeIf(inside::contains);
        return objects;
    }

    private static void add(@Nullable Object written, List<Object> objects) {
        if (written != null && !isValue(written)) {
            objects.add(written);
        }
    }

    /** What these hold is the JDK's, and nobody else gets to see it; calendars and date formats have them. */
    private static boolean sharesParts(@Nullable Object object) {
        return object instanceof TimeZone || object instanceof DateFormatSymbols;
    }

    private static List<@Nullable Object> partsOf(Object whole) {
        try (ObjectOutputStream alone = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            alone.writeObject(whole);
            return Arrays.asList(Streams.written(alone).clone());
        } catch (IOException | RuntimeException notSerializable) {
            return List.of(whole);
        }
    }

    private static boolean isValue(Object object) {
        Class<?> type = object.getClass();
        if (Patches.any() && Slots.table(object) != null) {
            return false; // its patches are its own
        }
        if (object instanceof Enum
                || sharesParts(object)
                || object instanceof ObjectStreamClass
                || type.isRecord()
                || type.isHidden()
                || Proxy.isProxyClass(type)
                || OwnPackages.include(type.getName().replace('.', '/'))) {
            return true;
        }
        if (type.isArray()) {
            return Array.getLength(object) == 0; // nothing of it can change; all empty EnumSets have the same one
        }
        String name = type.getName();
        return type.getClassLoader() == null
                && !(object
                        instanceof Appendable) // StringBuilder, StringBuffer: what one function appends, the other sees
                && !(object instanceof Throwable) // they gather stack traces and suppressed exceptions
                && (VALUE_PACKAGES.contains(type.getPackageName())
                        || VALUES.contains(name)
                        || VALUE_PREFIXES.stream().anyMatch(name::startsWith));
    }

    static void keepApart(ObjectOutputStream inner, ObjectOutputStream outer, Object holder, String function) {
        WriterState within = WriterState.known(inner);
        if (within != null && !within.brought().isEmpty()) {
            WriterState.of(outer).bring(within.brought());
        }
        List<Object> objects = objects(inner);
        if (!objects.isEmpty()) {
            any = true;
            WriterState.of(outer).apart().add(objects, holder, function);
        }
    }

    /** Refuses an object that a signed function of the same stream has captured. */
    static void check(ObjectOutputStream out, Object object) {
        WriterState state = any ? WriterState.known(out) : null;
        String function = state == null ? null : state.holder(out, object);
        if (function != null) {
            throw TrustRefusals.sharedCapture(function, object.getClass());
        }
    }
}
