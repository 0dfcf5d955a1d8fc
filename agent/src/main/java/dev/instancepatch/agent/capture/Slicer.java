package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.refusal.Refusals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/**
 * Cuts a lambda out of the class that wrote it, in four steps:
 *
 * <ol>
 *   <li>find the methods it needs, from its body over every instruction and bootstrap argument, in the order they are found;
 *   <li>rename lambda bodies in that order: their numbers change with every edit of the class, and must not count;
 *   <li>leave out all that does not run: other members, annotations, signatures, local variable names. Line numbers stay;
 *   <li>bridge what will be out of reach ({@link Bridging}).
 * </ol>
 *
 * <pre>
 * class Main {                                             class Main {
 *     static int calls;                                        static Object lambda$0(Turkey self) {
 *     static String shout(String s) { … }                          return shout("squawk");
 *     static Object lambda$main$7(Turkey self) {               }
 *         return shout("squawk");                              static String shout(String s) { … }
 *     }                                                    }
 *     public static void main(String[] args) { … }
 * }
 * </pre>
 */
final class Slicer {
    /** What a slice of the patched class itself is called: the receiver has that class, and the slice uses it. */
    static final String OF_PATCHED = "$patch";

    private static final String LAMBDA = "lambda$";

    private final ClassNode host;
    private final String name; // of the slice: the host's own, unless that is the patched class
    private final @Nullable ClassLoader loader;
    private final References references;
    private final Visibility visibility;
    private final String function;
    private final Map<String, String> names = new LinkedHashMap<>(); // lambda$main$7(LTurkey;)… -> lambda$0
    private final Set<String> taken = new HashSet<>(); // lambda$0(LTurkey;)…, as they are in the slice
    private final Deque<MethodNode> pending = new ArrayDeque<>();
    private final ClassNode slice = new ClassNode();

    Slicer(ClassNode host, String name, @Nullable ClassLoader loader, References references, String function) {
        this.host = host;
        this.name = name;
        this.loader = loader;
        this.references = references;
        this.visibility = new Visibility(name, loader);
        this.function = function;
    }

    ClassNode slice(LambdaSite site) {
        slice.version = host.version;
        slice.access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        slice.name = name;
        slice.superName = "java/lang/Object";
        slice.sourceFile = host.sourceFile;
        enter(site);
        while (!pending.isEmpty()) {
            MethodNode method = new MethodSlice(this, pending.remove()).slice();
            new Bridging(this, method).rewrite();
            slice.methods.add(method);
        }
        return slice;
    }

    private void enter(LambdaSite site) {
        if (site.isBody()) {
            need(site.name(), site.descriptor());
        } else {
            MethodNode reference = ReferenceMethod.of(site, loader);
            names.put(reference.name + reference.desc, unique(Bundle.ENTRY, visibility.visible(reference.desc)));
            pending.add(reference);
        }
    }

    String host() {
        return host.name;
    }

    /** Returns the name of the slice. */
    String name() {
        return name;
    }

    /** Returns true if this method of the host becomes one of the slice; others of a patched host are the receiver's own. */
    boolean takes(String method, String descriptor) {
        MethodNode found = find(host, method, descriptor);
        return !isPatchedHost() || (found != null && (found.access & Opcodes.ACC_STATIC) != 0);
    }

    /** Returns true if the receiver has the host under its own name. */
    boolean isPatchedHost() {
        return !name.equals(host.name);
    }

    /** Takes a method of the host into the slice, and returns the name it has there. */
    String need(String name, String descriptor) {
        String known = names.get(name + descriptor);
        if (known == null) {
            MethodNode method = find(name, descriptor);
            known = unique(names.isEmpty() ? Bundle.ENTRY : sliceName(method), visibility.visible(descriptor));
            names.put(name + descriptor, known);
            pending.add(method);
        }
        return known;
    }

    /** Adds a method that the host does not have, and returns the handle on it. */
    Handle addBridge(MethodNode bridge) {
        bridge.name = unique(bridge.name, bridge.desc);
        slice.methods.add(bridge);
        return new Handle(Opcodes.H_INVOKESTATIC, name, bridge.name, bridge.desc, false);
    }

    /** Two overloads may become one where a stand-in takes the place of a type. */
    private String unique(String name, String descriptor) {
        String free = name;
        for (int i = 1; !taken.add(free + descriptor); i++) {
            free = name + "$" + i;
        }
        return free;
    }

    Visibility visibility() {
        return visibility;
    }

    /** Returns the name a method got when it was taken in. */
    String nameOf(MethodNode method) {
        return names.getOrDefault(method.name + method.desc, method.name);
    }

    private String sliceName(MethodNode method) {
        boolean lambda = method.name.startsWith(LAMBDA) && (method.access & Opcodes.ACC_SYNTHETIC) != 0;
        return lambda ? LAMBDA + names.size() : method.name;
    }

    private MethodNode find(String name, String descriptor) {
        MethodNode found = find(host, name, descriptor);
        if (found == null) {
            throw refusal("it uses " + name + ", which " + hostName() + " inherits");
        }
        if ((found.access & Opcodes.ACC_STATIC) == 0) {
            throw refusal("it uses " + hostName() + "." + name
                    + ", which is not static: it would need an object of the class that wrote it");
        }
        if ((found.access & Opcodes.ACC_NATIVE) != 0) {
            throw refusal("it uses " + hostName() + "." + name + ", which is native");
        }
        return found;
    }

    private static @Nullable MethodNode find(ClassNode host, String name, String descriptor) {
        return host.methods.stream()
                .filter(m -> m.name.equals(name) && m.desc.equals(descriptor))
                .findFirst()
                .orElse(null);
    }

    /** Refuses a class that the receiver cannot be expected to have. */
    void requireReference(String name) {
        if (name.equals(host.name) && isPatchedHost()) {
            return;
        }
        if (name.equals(host.name)) {
            throw refusal("it uses objects of " + hostName() + ", the class that wrote it");
        }
        if (!references.includes(name)) {
            throw refusal("it uses " + name.replace('/', '.')
                    + ", which comes from where the function comes from, so the receiver may not have it;"
                    + " this version carries methods of " + hostName() + " only");
        }
    }

    /** Returns what to do instead of reading a static field of the host that holds a logger, or null if it holds none. */
    @Nullable
    InsnList loggerByName(FieldInsnNode read) {
        return LoggerField.byName(host, read);
    }

    RuntimeException refuseField(String name) {
        return refusal("it uses the static field " + hostName() + "." + name
                + ", and this version carries no statics; read it into a local variable first");
    }

    RuntimeException refuseInvisible(String name, String how) {
        return refusal("it " + how + " " + name.replace('/', '.')
                + ", which is not public, and this version has no bridge for that");
    }

    private String hostName() {
        return host.name.replace('/', '.');
    }

    private RuntimeException refusal(String why) {
        return Refusals.notCapturable(function, why, null);
    }
}
