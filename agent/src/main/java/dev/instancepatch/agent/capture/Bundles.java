package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the bundle of a lambda, and the unit of a class, once each: all functions of one share it, and so does every stream. */
final class Bundles {
    private static final int REMEMBERED = 10_000; // of one loader

    /** By loader of the class that wrote it. Guarded by itself. */
    private static final Map<ClassLoader, Map<Object, Object>> MADE = new WeakHashMap<>();

    private Bundles() {}

    /**
     * Returns a lambda's bundle.
     *
     * @param function what to call it in a refusal
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE}
     */
    static Bundle of(LambdaSite site, @Nullable ClassLoader loader, ByValue rule, String function) {
        return (Bundle) known(
                loader,
                new MadeBundle(site, rule.key()),
                () -> new Slices(new ClassPool(loader), rule, new StaticsWriter(loader), function).bundle(site));
    }

    /** Returns the unit of a class whose objects travel. */
    static ClassUnit unit(String name, ByValue rule, @Nullable ClassLoader loader) {
        String what = "of which an object travels, " + Part.dotted(name);
        return (ClassUnit) known(
                loader,
                new MadeClass(name, rule.key()),
                () -> new Units(new ClassPool(loader), rule, new StaticsWriter(loader), what)
                        .of(name)
                        .unit());
    }

    private static Object known(@Nullable ClassLoader loader, Object asked, Supplier<Object> maker) {
        ClassLoader key = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        synchronized (MADE) {
            Object known = MADE.computeIfAbsent(key, k -> new HashMap<>()).get(asked);
            if (known != null) {
                return known;
            }
        }
        Object made = maker.get(); // reads class files: a loader may run anything
        if (StaticsWriter.isWriting()) {
            return made;
        }
        synchronized (MADE) {
            Map<Object, Object> all = MADE.computeIfAbsent(key, k -> new HashMap<>());
            if (all.size() >= REMEMBERED) {
                all.clear();
            }
            Object first = all.putIfAbsent(asked, made);
            return first == null ? made : first;
        }
    }

    /** What a bundle depends on: the lambda, and the patched class, since the receiver has that. */
    private record MadeBundle(LambdaSite site, ByValue.Key rule) {}

    private record MadeClass(String name, ByValue.Key rule) {}
}
