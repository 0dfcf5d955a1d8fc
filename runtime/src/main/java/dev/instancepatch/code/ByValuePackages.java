package dev.instancepatch.code;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The packages that an application has registered to travel by value, or not to. The longest prefix of a class's name decides. */
public final class ByValuePackages {
    private static final Map<String, Boolean> REGISTERED = new ConcurrentHashMap<>(); // com/acme/jobs/ -> by value

    private static volatile boolean any;
    private static final AtomicInteger VERSION = new AtomicInteger();

    private ByValuePackages() {}

    /** Returns true for the name of a package that an application may have. */
    public static boolean isName(String name) {
        for (String part : name.split("\\.", -1)) {
            boolean isIdentifier = !part.isEmpty()
                    && Character.isJavaIdentifierStart(part.charAt(0))
                    && part.chars().allMatch(Character::isJavaIdentifierPart);
            if (!isIdentifier) {
                return false;
            }
        }
        return !name.equals("java") && !name.startsWith("java.") && !OwnPackages.include(name.replace('.', '/') + "/");
    }

    /** Registers a package with its sub-packages. */
    public static void register(String packageName, boolean byValue) {
        REGISTERED.put(packageName.replace('.', '/') + "/", byValue);
        any = true;
        VERSION.incrementAndGet();
    }

    /** Returns true once anything was registered. */
    public static boolean any() {
        return any;
    }

    /** Returns a number that changes with every registration. */
    public static int version() {
        return VERSION.get();
    }

    /** Returns the names of the packages that travel by value, in their order. */
    public static List<String> byValue() {
        Set<String> names = new TreeSet<>();
        REGISTERED.forEach((prefix, byValue) -> {
            if (byValue) {
                names.add(prefix.substring(0, prefix.length() - 1).replace('/', '.'));
            }
        });
        return List.copyOf(names);
    }

    /** Returns what was registered for a class of this internal name, or null if nothing was. */
    public static @Nullable Boolean of(String name) {
        if (!any) {
            return null;
        }
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            Boolean registered = REGISTERED.get(name.substring(0, slash + 1));
            if (registered != null) {
                return registered;
            }
        }
        return null;
    }
}
