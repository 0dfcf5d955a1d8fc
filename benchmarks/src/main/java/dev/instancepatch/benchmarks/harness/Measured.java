package dev.instancepatch.benchmarks.harness;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one competitor took. Written as a line by the process that measured, which need not be a JVM, and parsed by the one that
 * reports.
 *
 * @param group which competition it was
 * @param name the competitor's
 * @param nanos nanoseconds for doing the work once, round by round; in a group that says so, bytes
 */
public record Measured(String group, String name, double[] nanos) {
    private static final String MARK = "measured";

    /** Returns the line that {@link #parse} takes: mark, group, name, figures, with tabs between. */
    public String line() {
        return String.join(
                "\t",
                MARK,
                group,
                name,
                Arrays.stream(nanos)
                        .mapToObj(n -> String.format(Locale.ROOT, "%.3f", n))
                        .collect(Collectors.joining(" ")));
    }

    /** Returns what a line says; nothing if it is some other line. */
    public static Optional<Measured> parse(String line) {
        String[] parts = line.split("\t");
        return parts.length == 4 && parts[0].equals(MARK)
                ? Optional.of(new Measured(
                        parts[1],
                        parts[2],
                        Arrays.stream(parts[3].split(" "))
                                .mapToDouble(Double::parseDouble)
                                .toArray()))
                : Optional.empty();
    }
}
