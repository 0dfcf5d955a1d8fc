package demo;

import java.nio.file.Path;

/** The jars that the demo's JVMs are started with, where the build put them. */
enum Jars {
    AGENT("agent.jar"),
    FARM("farm.jar"),
    LAB("lab.jar"),
    MATH("math.jar"),
    SENDER("sender.jar");

    private final String property;

    Jars(String property) {
        this.property = property;
    }

    String path() {
        String path = System.getProperty(property);
        if (path == null) {
            throw new IllegalStateException("-D" + property + "=FILE is missing; run: mvn -q -Pdemo verify");
        }
        return Path.of(path).toAbsolutePath().toString(); // the JVMs run in another folder
    }

    String fileName() {
        return Path.of(path()).getFileName().toString();
    }
}
