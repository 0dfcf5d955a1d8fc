package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ByValuePackages;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.code.OwnPackages;
import dev.instancepatch.restore.BundleLoader;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which classes travel with a function, because the receiver is not expected to have them. By reference: the JDK's, this
 * library's, the patched class with its nested classes and supertypes, and whatever does not come from where the class that names
 * it comes from. By value: the rest; and registered packages, as registered.
 */
final class ByValue {
    private final @Nullable ClassLoader loader;
    private final Set<String> patched; // com/acme/Turkey, com/acme/Bird, ...
    private final @Nullable Set<String> exactly; // com/acme/Main; where the question is whether that was sent
    private final Map<String, Optional<String>> origins = new HashMap<>(); // guarded by itself

    private ByValue(@Nullable ClassLoader loader, Set<String> patched, @Nullable Set<String> exactly) {
        this.loader = loader;
        this.patched = patched;
        this.exactly = exactly;
    }

    /** Returns the rule for functions that patch objects of a class, or null for functions as such. */
    static ByValue of(@Nullable ClassLoader loader, @Nullable Class<?> patchedClass) {
        Set<String> names = new HashSet<>();
        collect(patchedClass, names);
        return new ByValue(loader, names, null);
    }

    /** Returns the rule that a sender followed, as far as what it sent tells. */
    static ByValue asSent(Bundle bundle, @Nullable ClassLoader loader) {
        List<ClassUnit> all = new ArrayList<>(bundle.units());
        all.add(bundle.code());
        return asSent(all, loader);
    }

    static ByValue asSent(Collection<ClassUnit> units, @Nullable ClassLoader loader) {
        Set<String> names = new HashSet<>();
        for (ClassUnit unit : units) {
            for (ClassImage image : unit.classes()) {
                names.add(image.name()); // a slice aside is one of a class that is there, or whole
                if (StaticHolder.isOne(unit)) {
                    names.add(StaticHolder.owner(image.name()));
                }
            }
        }
        return new ByValue(loader, Set.of(), names);
    }

    private static void collect(@Nullable Class<?> type, Set<String> names) {
        if (type != null && names.add(type.getName().replace('.', '/'))) {
            collect(type.getSuperclass(), names);
            for (Class<?> implemented : type.getInterfaces()) {
                collect(implemented, names);
            }
        }
    }

    /**
     * Returns true if a class travels.
     *
     * @param name internal name
     * @param from internal name of the class that names it
     */
    boolean includes(String name, String from) {
        if (name.startsWith("[") || name.startsWith("java/") || OwnPackages.include(name)) {
            return false;
        }
        if (exactly != null) {
            return exactly.contains(name);
        }
        if (isPatchedOrNested(name)) {
            return false;
        }
        Boolean registered = ByValuePackages.of(name);
        return registered != null ? registered : isFromSamePlace(name, from);
    }

    private boolean isPatchedOrNested(String name) {
        return patched.contains(name)
                || patched.stream().anyMatch(p -> name.startsWith(p + "$") && !p.startsWith("java/"));
    }

    private boolean isFromSamePlace(String name, String from) {
        String place = place(name);
        return place != null && place.equals(place(from));
    }

    private @Nullable String place(String name) {
        synchronized (origins) {
            Optional<String> known = origins.get(name);
            if (known == null) {
                known = Optional.ofNullable(find(name));
                origins.put(name, known);
            }
            return known.orElse(null);
        }
    }

    /** Returns where the class file is, up to its package's root: {@code jar:file:/app.jar!/}. Loads nothing. */
    private @Nullable String find(String name) {
        if (loader instanceof BundleLoader received && received.serves(name.replace('/', '.'))) {
            return "received";
        }
        String file = name + ".class";
        URL resource = loader == null ? ClassLoader.getSystemResource(file) : loader.getResource(file);
        if (resource == null || resource.getProtocol().equals("jrt")) {
            return null;
        }
        String place = resource.toString();
        return place.endsWith(file) ? place.substring(0, place.length() - file.length()) : place;
    }

    /** What results depend on; within one loader, places are the same. */
    record Key(Set<String> patched, @Nullable Set<String> exactly, int registrations) {}

    Key key() {
        return new Key(patched, exactly, ByValuePackages.version());
    }
}
