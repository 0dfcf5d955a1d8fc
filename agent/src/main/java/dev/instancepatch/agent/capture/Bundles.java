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
    private static final Map<ClassLoader, Map<Made, Bundle>> MADE = new WeakHashMap<>();

    private Bundles() {}

    /**
     * Returns a lambda's bundle.
     *
     * @param function what to call it in a refusal
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE}
     */
    static Bundle of(LambdaSite site, @Nullable ClassLoader loader, References references, String function) {
        ClassLoader key = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        Made asked = new Made(site, references);
        synchronized (MADE) {
            Bundle known = MADE.computeIfAbsent(key, k -> new HashMap<>()).get(asked);
            if (known != null) {
                return known;
            }
        }
        Bundle made = make(site, loader, references, function); // reads class files: a loader may run anything
        synchronized (MADE) {
            Bundle first = MADE.computeIfAbsent(key, k -> new HashMap<>()).putIfAbsent(asked, made);
            return first == null ? made : first;
        }
    }

    /** What a bundle depends on: the lambda, and the patched class, since the receiver has that. */
    private record Made(LambdaSite site, References references) {}

    private static Bundle make(LambdaSite site, @Nullable ClassLoader loader, References references, String function) {
        ClassNode host = ClassFiles.read(site.writer(), loader);
        if (host == null) {
            throw Refusals.notCapturable(
                    function, "the class file of " + site.writer().replace('/', '.') + " cannot be found", null);
        }
        String name = references.isPatched(site.writer()) ? site.writer() + Slicer.OF_PATCHED : site.writer();
        return slice(host, name, loader, site, references, function);
    }

    /** Cuts a lambda out of its class, into a class of this name. */
    static Bundle slice(
            ClassNode host,
            String name,
            @Nullable ClassLoader loader,
            LambdaSite site,
            References references,
            String function) {
        Slicer slicer = new Slicer(host, name, loader, references, function);
        ClassNode slice = slicer.slice(site);
        ClassWriter writer = new ClassWriter(0);
        slice.accept(writer);
        return new Bundle(
                site.interfaceName(),
                slicer.visibility().visible(site.entryDescriptor()),
                slicer.visibility().visible(site.functionDescriptor()),
                site.functionDescriptor(),
                List.of(new ClassImage(name, writer.toByteArray())));
    }
}
