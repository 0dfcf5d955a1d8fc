package dev.instancepatch.agent.capture;

import dev.instancepatch.PatchException;
import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.code.Bundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds a received function's code among this JVM's own classes: slices every lambda of the class of the same name, and
 * compares identities. Reads class files, loads nothing.
 */
public final class OwnClasses {
    /** By loader, then by host, then by identity. Guarded by itself. */
    private static final Map<ClassLoader, Map<String, Map<String, LambdaSite>>> KNOWN = new WeakHashMap<>();

    private OwnClasses() {}

    /** Returns this JVM's own copy of a bundle's code, as a loader sees it, or null. */
    public static @Nullable OwnCode find(Bundle bundle, @Nullable ClassLoader loader) {
        ClassLoader source = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        LambdaSite site = lambdas(bundle.host().name(), source).get(Identity.of(bundle));
        return site == null ? null : captured -> new OwnFunction(bundle, site, captured, source);
    }

    private static Map<String, LambdaSite> lambdas(String host, ClassLoader loader) {
        synchronized (KNOWN) {
            Map<String, LambdaSite> known =
                    KNOWN.computeIfAbsent(loader, l -> new HashMap<>()).get(host);
            if (known != null) {
                return known;
            }
        }
        String original =
                host.endsWith(Slicer.OF_PATCHED) ? host.substring(0, host.length() - Slicer.OF_PATCHED.length()) : host;
        ClassNode node = ClassFiles.read(original, loader); // not under the lock: a loader may run anything
        if (node == null) {
            return Map.of(); // not remembered: the name may be anything
        }
        Map<String, LambdaSite> slices = slices(node, host, loader);
        synchronized (KNOWN) {
            KNOWN.computeIfAbsent(loader, l -> new HashMap<>()).put(host, slices);
        }
        return slices;
    }

    private static Map<String, LambdaSite> slices(ClassNode host, String name, ClassLoader loader) {
        Map<String, LambdaSite> slices = new HashMap<>();
        for (LambdaSite site : sites(host, loader)) {
            try {
                Bundle slice = Bundles.slice(host, name, loader, site, References.anything(), host.name);
                slices.putIfAbsent(Identity.of(slice), site);
            } catch (PatchException notCapturable) {
                continue; // then nobody can have sent it either
            }
        }
        return slices;
    }

    /** Returns every lambda and method reference that a class makes. */
    private static List<LambdaSite> sites(ClassNode node, ClassLoader loader) {
        List<LambdaSite> sites = new ArrayList<>();
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode indy) {
                    LambdaSite site = site(node, indy, loader);
                    if (site != null) {
                        sites.add(site);
                    }
                }
            }
        }
        return sites;
    }

    private static @Nullable LambdaSite site(ClassNode node, InvokeDynamicInsnNode indy, ClassLoader loader) {
        boolean lambda = indy.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && indy.bsmArgs.length >= 3
                && indy.bsmArgs[1] instanceof Handle;
        if (!lambda) {
            return null;
        }
        Handle implementation = (Handle) indy.bsmArgs[1];
        return new LambdaSite(
                node.name,
                implementation.getTag(),
                declaring(implementation.getOwner(), implementation, node, loader),
                implementation.getName(),
                implementation.getDesc(),
                Type.getReturnType(indy.desc).getInternalName(),
                ((Type) indy.bsmArgs[2]).getDescriptor());
    }

    /** A call site may name a subclass of the class that declares the method; a serialized lambda names the latter. */
    private static String declaring(String owner, Handle method, ClassNode writer, ClassLoader loader) {
        for (ClassNode c = read(owner, writer, loader); c != null; c = read(c.superName, writer, loader)) {
            for (MethodNode declared : c.methods) {
                if (declared.name.equals(method.getName()) && declared.desc.equals(method.getDesc())) {
                    return c.name;
                }
            }
        }
        return owner;
    }

    private static @Nullable ClassNode read(@Nullable String name, ClassNode writer, ClassLoader loader) {
        return name == null || !name.equals(writer.name) ? readFile(name, loader) : writer;
    }

    private static @Nullable ClassNode readFile(@Nullable String name, ClassLoader loader) {
        return name == null ? null : ClassFiles.read(name, loader);
    }
}
