package dev.instancepatch.it;

import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The JDKs that tests pair: the one that runs them, those that the system property {@code jdks} lists ({@code mvn verify
 * -Djdks=HOME:HOME}), and those that the environment names {@code JAVA_HOME_17} and {@code JAVA_HOME_25}, as {@code .ci/run}
 * does.
 */
public final class Jdks {
    private Jdks() {}

    public static Jdk running() {
        return Jdk.at(System.getProperty("java.home"));
    }

    /** Returns each once, the running one first. */
    public static List<Jdk> all() {
        return Stream.concat(Stream.of(running()), named().map(Jdk::at))
                .distinct()
                .toList();
    }

    private static Stream<String> named() {
        return Stream.concat(
                        Stream.of(System.getProperty("jdks", "").split(File.pathSeparator)),
                        Stream.of(System.getenv("JAVA_HOME_17"), System.getenv("JAVA_HOME_25")))
                .filter(Objects::nonNull)
                .filter(home -> !home.isBlank());
    }
}
