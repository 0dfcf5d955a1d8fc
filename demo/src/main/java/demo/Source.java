package demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reads code lines out of the sources themselves, so that what the demo shows is what runs. */
final class Source {
    private Source() {}

    /** Returns the lines of a class that contain one of these calls, in the order of the class. */
    static List<String> lines(String className, String... calls) throws IOException {
        return text(className)
                .lines()
                .map(String::strip)
                .filter(line -> Stream.of(calls).anyMatch(line::contains))
                .toList();
    }

    private static String text(String className) throws IOException {
        String name = "/" + className.replace('.', '/') + ".java";
        try (InputStream in = Source.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the demo's class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
