package dev.instancepatch.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A JDK on this machine.
 *
 * @param home its real folder
 */
public record Jdk(Path home) {
    /** Takes the folder of a JDK; fails if it is none. */
    static Jdk at(String home) {
        try {
            Jdk jdk = new Jdk(Path.of(home).toRealPath());
            if (!Files.isExecutable(Path.of(jdk.java()))) {
                throw new AssertionError(home + " is no JDK");
            }
            return jdk;
        } catch (IOException e) {
            throw new UncheckedIOException(home + " is no JDK", e);
        }
    }

    /** Returns the command that starts its JVM. */
    public String java() {
        return home.resolve("bin").resolve("java").toString();
    }

    /** Returns its version, such as {@code 17.0.15}, as its {@code release} file says it. */
    @Override
    public String toString() {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return home.getFileName().toString();
        }
        return "JDK " + release.getProperty("JAVA_VERSION").replace("\"", "");
    }
}
