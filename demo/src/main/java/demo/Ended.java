package demo;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a JVM did.
 *
 * @param command the command line, for messages
 * @param status its exit status
 * @param output what it printed, errors included, stack frames left out
 */
record Ended(String command, int status, List<String> output) {
    /**
     * Claims that the JVM ended well, and printed exactly these lines.
     *
     * @param lines each with {@code *} for whatever stands there
     */
    Ended prints(String... lines) {
        return endsWith(0, lines);
    }

    /** Claims that the JVM ended with an exception, and printed exactly these lines. */
    Ended fails(String... lines) {
        return endsWith(1, lines);
    }

    private Ended endsWith(int expectedStatus, String... lines) {
        for (int i = 0; i < lines.length; i++) {
            claimLine(i, lines[i]);
        }
        if (output.size() > lines.length) {
            throw wrong("no line " + (lines.length + 1), output.get(lines.length));
        }
        if (status != expectedStatus) {
            throw wrong("exit status " + expectedStatus, "exit status " + status);
        }
        return this;
    }

    private void claimLine(int index, String expected) {
        String actual = index < output.size() ? output.get(index) : "nothing, and exit status " + status;
        if (!pattern(expected).matcher(actual).matches()) {
            throw wrong(expected, actual);
        }
    }

    private WrongFactException wrong(String expected, String actual) {
        return new WrongFactException("expected: " + expected, "actual:   " + actual, "from:     " + command);
    }

    private static Pattern pattern(String line) {
        return Pattern.compile(
                Arrays.stream(line.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
