package dev.instancepatch.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;

/**
 * What became of a forked JVM. Fixtures print facts, one a line, as {@code name: value}.
 *
 * @param command how it was started
 * @param exitCode 0 for success
 * @param out all of its standard output
 * @param err all of its standard error
 */
public record FinishedJvm(List<String> command, int exitCode, String out, String err) {
    /** Fails unless the JVM ended with status 0. */
    public FinishedJvm expectSuccess() {
        assertEquals(0, exitCode, this::toString);
        return this;
    }

    /** Fails if the JVM ended with status 0. */
    public FinishedJvm expectFailure() {
        assertNotEquals(0, exitCode, this::toString);
        return this;
    }

    /** Returns a fact that it printed; fails if it printed none of this name. */
    public String fact(String name) {
        return find(name).orElseThrow(() -> new AssertionError("No fact \"" + name + "\". " + this));
    }

    private Optional<String> find(String name) {
        return out.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    @Override
    public String toString() {
        return String.join(" ", command) + "\nended with " + exitCode + "\n--- out\n" + out + "--- err\n" + err;
    }
}
