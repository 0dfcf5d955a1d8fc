package dev.instancepatch.agent.weave;

import dev.instancepatch.code.OwnPackages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which classes get a slot at load: every class but the JDK's, the agent's own, and what the options leave out. */
public final class ClassFilter {
    /** Names that only the JDK's own class loaders serve; a guess by name is enough to know whose superclass has a slot. */
    private static final String[] JDK = {
        "java/", "javax/", "jdk/", "sun/", "com/sun/", "org/w3c/", "org/xml/", "org/ietf/", "netscape/"
    };

    private final String[] include; // com/acme/*, slashed once
    private final String[] exclude;

    /**
     * Makes a filter.
     *
     * @param include patterns such as {@code com.acme.*}; none means every class
     * @param exclude patterns of classes that are never touched
     */
    public ClassFilter(List<String> include, List<String> exclude) {
        this.include = slashed(include);
        this.exclude = slashed(exclude);
    }

    private static String[] slashed(List<String> patterns) {
        String[] slashed = new String[patterns.size()];
        for (int i = 0; i < slashed.length; i++) {
            slashed[i] = patterns.get(i).trim().replace('.', '/');
        }
        return slashed;
    }

    /** Returns true if classes of this loader may have slots at all. */
    boolean ofApplication(@Nullable ClassLoader loader) {
        return loader != null && loader != ClassLoader.getPlatformClassLoader();
    }

    /** Returns true if a class of this internal name gets a slot, when an application's loader defines it. */
    boolean slotted(String name) {
        return !startsWithAny(name, JDK) && !OwnPackages.include(name) && !excluded(name) && included(name);
    }

    /** Returns true if the options exclude a class of this internal name. */
    boolean excluded(String name) {
        return matchesAny(name, exclude);
    }

    private boolean included(String name) {
        return include.length == 0 || matchesAny(name, include);
    }

    // Loops, not streams: this runs while classes load, where linking a lambda costs start-up and may load more.

    private static boolean startsWithAny(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesAny(String name, String[] patterns) {
        for (String pattern : patterns) {
            if (matches(name, pattern)) {
                return true;
            }
        }
        return false;
    }

    /** {@code a/b/*} is everything below a package; a full name is a class and what is nested in it. */
    private static boolean matches(String name, String pattern) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern) || name.startsWith(pattern + "$");
    }
}
