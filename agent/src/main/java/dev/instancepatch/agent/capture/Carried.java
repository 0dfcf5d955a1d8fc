package dev.instancepatch.agent.capture;

import dev.instancepatch.code.ByValuePackages;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.restore.BundleLoader;
import dev.instancepatch.wire.Departing;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Which classes travel with the values that a function captured: objects of them may be anywhere in the graph, and the code never
 * names them.
 *
 * @param writer internal name of the class that wrote the function
 */
public record Carried(ByValue rule, String writer, @Nullable ClassLoader loader) {
    private static final ClassValue<AtomicBoolean> MARKED = new ClassValue<>() {
        @Override
        protected AtomicBoolean computeValue(Class<?> type) {
            return new AtomicBoolean();
        }
    };

    private static volatile boolean anyMarked;

    /** Lets objects of a class bring it along, wherever they are written. */
    static void mark(Class<?> type) {
        MARKED.get(type).set(true);
        anyMarked = true;
    }

    /**
     * Returns the unit of a class whose description is being written, if the class travels: with the function being written, since
     * it is registered, or since it was itself received. Null if the receiver is expected to have it.
     */
    public static @Nullable ClassUnit unitOf(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        ClassLoader loader = element.getClassLoader();
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return null;
        }
        ClassUnit received = loader instanceof BundleLoader beside ? beside.unitExporting(element.getName()) : null;
        if (received != null) {
            return received;
        }
        Carried current = current();
        if (current == null && !anyMarked && !ByValuePackages.any()) {
            return null; // asked for each class of each stream
        }
        String name = element.getName().replace('.', '/');
        if (current != null && current.rule.includes(name, current.writer)) {
            return Bundles.unit(name, current.rule, loader);
        }
        boolean travels = Boolean.TRUE.equals(ByValuePackages.of(name))
                || (anyMarked && MARKED.get(element).get());
        return travels ? Bundles.unit(name, ByValue.of(loader, null), loader) : null;
    }

    /** Returns true if a function found in a graph travels by value, although nobody has said so of it. */
    public static boolean includesFunctionsOf(String writer) {
        Carried current = current();
        return Boolean.TRUE.equals(ByValuePackages.of(writer))
                || (Departing.isParcel() && !writer.startsWith("java/"))
                || (current != null && current.rule.includes(writer, current.writer));
    }

    /** Returns the rule for a function as such: that of the function which captured it, if one did, since it goes where that goes. */
    static ByValue rule(@Nullable ClassLoader loader) {
        Carried current = current();
        return current != null && current.loader == loader ? current.rule : ByValue.of(loader, null);
    }

    private static @Nullable Carried current() {
        return Departing.carried() instanceof Carried carried ? carried : null;
    }
}
