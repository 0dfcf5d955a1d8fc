package dev.instancepatch.agent.weave;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which classes get a slot at load: every class but the JDK's, the agent's own, and what the options leave out. */
public final class ClassFilter {
    /** Names that only the JDK's own class loaders serve; a guess by name is enough to know whose superclass has a slot. */
    private static final List<String> JDK =
            List.of("java/", "javax/", "jdk/", "sun/", "com/sun/", "org/w3c/", "org/xml/", "org/ietf/", "netscape/");

    private static final String OWN = "dev/instancepatch/";
    private static final Set<String> OWN_ROOMS =
            Set.of("agent", "bridge", "code", "refusal", "restore", "select", "table", "wire");

    private final List<Pattern> include;
    private final List<Pattern> exclude;

    /**
     * Makes a filter.
     *
     * @param include patterns such as {@code com.acme.*}; none means every class
     * @param exclude patterns of classes that are never touched
     */
    public ClassFilter(List<String> include, List<String> exclude) {
        this.include = include.stream().map(Pattern::new).toList();
        this.exclude = exclude.stream().map(Pattern::new).toList();
    }

    /** Returns true if classes of this loader may have slots at all. */
    boolean ofApplication(@Nullable ClassLoader loader) {
        return loader != null && loader != ClassLoader.getPlatformClassLoader();
    }

    /** Returns true if a class of this internal name gets a slot, when an application's loader defines it. */
    boolean slotted(String name) {
        return !isJdk(name) && !isOwn(name) && !excluded(name) && included(name);
    }

    /** Returns true if the options exclude a class of this internal name. */
    boolean excluded(String name) {
        return exclude.stream().anyMatch(p -> p.matches(name));
    }

    private boolean included(String name) {
        return include.isEmpty() || include.stream().anyMatch(p -> p.matches(name));
    }

    private static boolean isJdk(String name) {
        return JDK.stream().anyMatch(name::startsWith);
    }

    /** True for this library's classes, and no other that happens to live below its package. */
    static boolean isOwn(String name) {
        if (!name.startsWith(OWN)) {
            return false;
        }
        int slash = name.indexOf('/', OWN.length());
        return slash < 0 || OWN_ROOMS.contains(name.substring(OWN.length(), slash));
    }

    /** {@code a.b.*} for everything below a package, or one full class name. */
    private record Pattern(String text) {
        boolean matches(String internalName) {
            String slashed = text.replace('.', '/');
            return slashed.endsWith("*")
                    ? internalName.startsWith(slashed.substring(0, slashed.length() - 1))
                    : internalName.equals(slashed) || internalName.startsWith(slashed + "$");
        }
    }
}
