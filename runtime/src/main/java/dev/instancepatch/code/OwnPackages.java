package dev.instancepatch.code;

import java.util.Set;

/** Which classes are this library's, and not an application's that happens to live below its package. */
public final class OwnPackages {
    static final String ROOT = "dev/instancepatch/";
    private static final Set<String> ROOMS = Set.of(
            "agent", "bridge", "code", "inspect", "parcel", "refusal", "restore", "select", "table", "trust", "wire");

    private OwnPackages() {}

    /** Returns true for an internal name of this library's. */
    public static boolean include(String name) {
        if (!name.startsWith(ROOT)) {
            return false;
        }
        int slash = name.indexOf('/', ROOT.length());
        return slash < 0 || ROOMS.contains(name.substring(ROOT.length(), slash));
    }
}
