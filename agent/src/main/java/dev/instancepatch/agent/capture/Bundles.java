package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.refusal.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** Makes the bundle of a lambda, once per lambda: all functions of one share it, and so does every stream. */
final class Bundles {
    /** By loader of the host. Guarded by itself. */
    private static final Map<ClassLoader, Map<LambdaSite, Bundle>> MADE = new WeakHashMap<>();

    private Bundles() {}

    /**
     * Returns a lambda's bundle.
     *
     * @param function what to call it in a refusal
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE}
     */
    static Bundle of(LambdaSite site, @Nullable ClassLoader loader, References references, String function) {
        ClassLoader key = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        synchronized (MADE) {
            Map<LambdaSite, Bundle> made = MADE.computeIfAbsent(key, k -> new HashMap<>());
            Bundle known = made.get(site);
            if (known == null) {
                known = make(site, loader, references, function);
                made.put(site, known);
            }
            return known;
        }
    }

    private static Bundle make(LambdaSite site, @Nullable ClassLoader loader, References references, String function) {
        ClassNode host = ClassFiles.read(site.host(), loader);
        if (host == null) {
            throw Refusals.notCapturable(
                    function, "the class file of " + site.host().replace('/', '.') + " cannot be found", null);
        }
        return slice(host, loader, site, references, function);
    }

    /** Cuts a lambda out of its class. */
    static Bundle slice(
            ClassNode host, @Nullable ClassLoader loader, LambdaSite site, References references, String function) {
        Slicer slicer = new Slicer(host, loader, references, function);
        ClassNode slice = slicer.slice(site.name(), site.descriptor());
        ClassWriter writer = new ClassWriter(0);
        slice.accept(writer);
        return new Bundle(
                site.interfaceName(),
                slicer.visibility().visible(site.descriptor()),
                slicer.visibility().visible(site.functionDescriptor()),
                site.functionDescriptor(),
                List.of(new ClassImage(site.host(), writer.toByteArray())));
    }
}
