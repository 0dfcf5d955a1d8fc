package dev.instancepatch.trust;

import java.util.List;

/** Patterns of classes: {@code com.acme.*} is all below a package, a full name is a class and what is nested in it. */
final class Targets {
    private static final String BELOW = ".*";

    private Targets() {}

    static boolean isPattern(String text) {
        String name = text.endsWith(BELOW) ? text.substring(0, text.length() - BELOW.length()) : text;
        for (String part : name.split("\\.", -1)) {
            if (!isIdentifier(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdentifier(String text) {
        if (text.isEmpty() || !Character.isJavaIdentifierStart(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!Character.isJavaIdentifierPart(text.charAt(i)) || Character.isIdentifierIgnorable(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns true if one of the patterns means this class. */
    static boolean include(List<String> patterns, String binaryClassName) {
        for (String pattern : patterns) {
            if (includes(pattern, binaryClassName)) {
                return true;
            }
        }
        return false;
    }

    private static boolean includes(String pattern, String name) {
        return pattern.endsWith(BELOW)
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.startsWith(pattern)
                        && (name.length() == pattern.length() || name.charAt(pattern.length()) == '$');
    }
}
