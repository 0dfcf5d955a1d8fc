package dev.instancepatch.it;

import java.nio.file.Files;
import java.nio.file.Path;

/** The jars under test, as the build made them, and others that tests put on a class path. */
public final class Jars {
    private Jars() {}

    /** Returns the one jar that users get. */
    public static Path agent() {
        return existing("agent.jar");
    }

    /** Returns the jar that applications compile against. */
    public static Path runtime() {
        return existing("runtime.jar");
    }

    /** Returns the class path entry that a class comes from. */
    public static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Path existing(String property) {
        String value = System.getProperty(property);
        if (value == null || !Files.isRegularFile(Path.of(value))) {
            throw new AssertionError(property + " is " + value + ": build with mvn verify, not mvn test");
        }
        return Path.of(value);
    }
}
