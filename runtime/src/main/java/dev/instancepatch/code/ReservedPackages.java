package dev.instancepatch.code;

import java.util.List;

/** Whose classes no stream may bring: the platform's, and this library's. */
public final class ReservedPackages {
    private static final List<String> PLATFORM = List.of("java/", "javax/", "jdk/", "sun/", "com/sun/");

    private ReservedPackages() {}

    /** Returns true for the internal name of a class that does not travel. */
    public static boolean include(String name) {
        return OwnPackages.include(name) || PLATFORM.stream().anyMatch(name::startsWith);
    }
}
