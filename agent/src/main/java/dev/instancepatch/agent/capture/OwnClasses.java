package dev.instancepatch.agent.capture;

import dev.instancepatch.PatchException;
import dev.instancepatch.Replacement0;
import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassUnit;
import java.lang.invoke.LambdaMetafactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds a received function's code among this JVM's own classes: slices the lambdas of the class of the same name, and
 * compares identities. Reads class files, loads nothing.
 */
public final class OwnClasses {
    private static final int REMEMBERED = 1_000;

    /** By loader, then by content hash. Guarded by itself. */
    private static final Map<ClassLoader, Map<String, Optional<Object>>> KNOWN = new WeakHashMap<>();

    private OwnClasses() {}

    /** Returns this JVM's own copy of a bundle's code, as a loader sees it, or null. */
    public static @Nullable OwnCode find(Bundle bundle, @Nullable ClassLoader loader) {
        ClassLoader source = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        LambdaSite site = (LambdaSite) known(bundle.contentHash(), source, () -> site(bundle, source));
        return site == null ? null : captured -> new OwnFunction(bundle, site, captured, source);
    }

    /** Returns true if a loader's own classes are those of a unit. */
    public static boolean isOwn(ClassUnit unit, ClassLoader loader) {
        return known(unit.contentHash(), loader, () -> same(unit, loader) ? true : null) != null;
    }

    /** Returns a bundle that uses a loader's own classes where they are those it brings along, or else the same bundle. */
    public static Bundle usingOwn(Bundle bundle, ClassLoader loader) {
        if (bundle.units().isEmpty()) {
            return bundle; // asked for each patch that is read
        }
        Object own = known("own " + bundle.contentHash(), loader, () -> AtHome.of(bundle, loader));
        return own == null ? bundle : (Bundle) own;
    }

    private static boolean same(ClassUnit unit, ClassLoader loader) {
        ClassPool pool = new ClassPool(loader);
        String name = unit.classes().get(0).name();
        if (pool.get(name) == null) {
            return false;
        }
        try {
            Units units = new Units(
                    pool, ByValue.asSent(ClassUnit.closure(List.of(unit)), loader), StaticsReader.none(), name);
            return Identity.of(units.of(name).unit()).equals(Identity.of(unit));
        } catch (PatchException notCapturable) {
            return false;
        }
    }

    private static @Nullable Object known(String hash, ClassLoader loader, Supplier<@Nullable Object> finder) {
        synchronized (KNOWN) {
            Optional<Object> known =
                    KNOWN.computeIfAbsent(loader, l -> new HashMap<>()).get(hash);
            if (known != null) {
                return known.orElse(null);
            }
        }
        Optional<Object> found = Optional.ofNullable(orNull(finder)); // not under the lock: a loader may run anything
        synchronized (KNOWN) {
            Map<String, Optional<Object>> all = KNOWN.computeIfAbsent(loader, l -> new HashMap<>());
            if (all.size() >= REMEMBERED) {
                all.clear(); // what strangers send must not stay
            }
            all.put(hash, found);
        }
        return found.orElse(null);
    }

    /** Bytes from anywhere need not be class files that can be read. */
    private static @Nullable Object orNull(Supplier<@Nullable Object> finder) {
        try {
            return finder.get();
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** True if functions of a loader's own classes are for this copy of the runtime: there may be none there, or another. */
    private static boolean seesRuntime(ClassLoader loader) {
        try {
            return Class.forName(Replacement0.class.getName(), false, loader) == Replacement0.class;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    private static @Nullable LambdaSite site(Bundle bundle, ClassLoader loader) {
        if (!seesRuntime(loader)) {
            return null;
        }
        ClassPool pool = new ClassPool(loader);
        ClassNode host = pool.get(Part.originalName(bundle.host().name()));
        if (host == null) {
            return null;
        }
        String identity = Identity.of(bundle);
        Slices slices = new Slices(pool, ByValue.asSent(bundle, loader), StaticsReader.none(), host.name);
        for (LambdaSite site : candidates(host, bundle, pool)) {
            try {
                if (Identity.of(slices.bundle(site)).equals(identity)) {
                    return site;
                }
            } catch (PatchException notCapturable) {
                continue; // then nobody can have sent it either
            }
        }
        return null;
    }

    private static List<LambdaSite> candidates(ClassNode host, Bundle bundle, ClassPool pool) {
        List<LambdaSite> sites = new ArrayList<>();
        for (LambdaSite site : sites(host, pool)) {
            if (Set.copyOf(site.interfaces(pool)).equals(Set.copyOf(bundle.interfaces()))
                    && site.functionDescriptor().equals(bundle.declaredDescriptor())) {
                sites.add(site);
            }
        }
        sites.addAll(ClassFunction.sites(host, bundle, pool));
        return sites;
    }

    /** Returns every lambda and method reference that a class makes. */
    private static List<LambdaSite> sites(ClassNode node, ClassPool pool) {
        List<LambdaSite> sites = new ArrayList<>();
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode indy) {
                    LambdaSite site = site(node, indy, pool);
                    if (site != null) {
                        sites.add(site);
                    }
                }
            }
        }
        return sites;
    }

    private static @Nullable LambdaSite site(ClassNode node, InvokeDynamicInsnNode indy, ClassPool pool) {
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
                declaring(implementation, pool),
                implementation.getName(),
                implementation.getDesc(),
                Type.getReturnType(indy.desc).getInternalName(),
                ((Type) indy.bsmArgs[2]).getDescriptor(),
                indy.name,
                ((Type) indy.bsmArgs[0]).getDescriptor(),
                markers(indy));
    }

    /** Those that altMetafactory is given (its class comment): flags, and if they say so, a count and the interfaces. */
    private static List<String> markers(InvokeDynamicInsnNode indy) {
        List<String> markers = new ArrayList<>();
        boolean has = indy.bsmArgs.length > 4
                && indy.bsmArgs[3] instanceof Integer flags
                && (flags & LambdaMetafactory.FLAG_MARKERS) != 0
                && indy.bsmArgs[4] instanceof Integer;
        for (int i = 0; has && i < (Integer) indy.bsmArgs[4]; i++) {
            String name = ((Type) indy.bsmArgs[5 + i]).getInternalName();
            if (LambdaSite.isMarker(name)) {
                markers.add(name);
            }
        }
        return markers;
    }

    /** A call site may name a subclass of the class that declares the method; a serialized lambda names the latter. */
    private static String declaring(Handle method, ClassPool pool) {
        for (ClassNode c = pool.get(method.getOwner()); c != null; c = pool.get(c.superName)) {
            if (ClassPool.method(c, method.getName(), method.getDesc()) != null) {
                return c.name;
            }
        }
        return method.getOwner();
    }
}
