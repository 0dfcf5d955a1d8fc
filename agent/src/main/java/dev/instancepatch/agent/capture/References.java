package dev.instancepatch.agent.capture;

import dev.instancepatch.code.OwnPackages;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which classes a function's code may name, because the receiver has them: the JDK's, this library's, the patched class with
 * its nested classes and supertypes, and anything that does not come from where the function itself comes from.
 */
final class References {
    private final @Nullable ClassLoader loader;
    private final @Nullable URL origin; // of the function
    private final Set<String> patched; // com/acme/Turkey, com/acme/Bird, ...
    private final boolean everything;

    private References(@Nullable ClassLoader loader, @Nullable URL origin, Set<String> patched, boolean everything) {
        this.loader = loader;
        this.origin = origin;
        this.patched = patched;
        this.everything = everything;
    }

    /** Returns what a function of this class may name when it patches an object of that class. */
    static References to(Class<?> function, Class<?> patchedClass) {
        Set<String> names = new HashSet<>();
        collect(patchedClass, names);
        return new References(function.getClassLoader(), origin(function), names, false);
    }

    /** Returns permission to name anything: for looking whether a slice is the same as one that was received. */
    static References anything() {
        return new References(null, null, Set.of(), true);
    }

    private static void collect(@Nullable Class<?> type, Set<String> names) {
        if (type != null && names.add(type.getName().replace('.', '/'))) {
            collect(type.getSuperclass(), names);
            for (Class<?> implemented : type.getInterfaces()) {
                collect(implemented, names);
            }
        }
    }

    /** Returns true if the receiver is expected to have a class of this internal name. */
    boolean includes(String name) {
        return everything || OwnPackages.include(name) || isPatchedOrNested(name) || !comesFromOrigin(name);
    }

    private boolean isPatchedOrNested(String name) {
        return patched.contains(name)
                || patched.stream().anyMatch(p -> name.startsWith(p + "$") && !p.startsWith("java/"));
    }

    /** Returns true if this is the patched class or one of its supertypes: the receiver has it under its own name. */
    boolean isPatched(String name) {
        return patched.contains(name);
    }

    /** Looks at where the class file is, without loading the class. */
    private boolean comesFromOrigin(String name) {
        if (origin == null || name.startsWith("java/")) {
            return false;
        }
        URL resource =
                loader == null ? ClassLoader.getSystemResource(name + ".class") : loader.getResource(name + ".class");
        return resource != null && inside(resource.toString(), origin.toString());
    }

    /** {@code jar:file:/app.jar!/com/acme/Main.class} is inside {@code file:/app.jar}, {@code file:/classes/a/B.class} in {@code file:/classes/}. */
    private static boolean inside(String resource, String source) {
        return resource.startsWith("jar:" + source + "!/") || (source.endsWith("/") && resource.startsWith(source));
    }

    /** Equal if the same classes are the patched ones; within one loader, origin is the same for one lambda. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof References same && same.patched.equals(patched) && same.everything == everything;
    }

    @Override
    public int hashCode() {
        return patched.hashCode();
    }

    private static @Nullable URL origin(Class<?> function) {
        ProtectionDomain domain = function.getProtectionDomain();
        CodeSource source = domain == null ? null : domain.getCodeSource();
        return source == null ? null : source.getLocation();
    }
}
