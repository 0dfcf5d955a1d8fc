package dev.instancepatch.benchmarks.harness;

import java.time.Duration;
import java.util.Locale;

/**
 * How long to measure.
 *
 * @param warmUp how long each competitor of a competition, on average, takes turns before anything counts
 * @param block how long one turn lasts, about
 * @param rounds how many turns of each count
 * @param jvms in how many JVMs a competition is repeated: what the JIT made of it in one is not what it makes in the next
 * @param launches how many JVMs of a kind are started in turns, where two kinds of JVM compete
 * @param most how many objects there are at most, where ever more of them are measured
 */
public record Budget(Duration warmUp, Duration block, int rounds, int jvms, int launches, int most) {
    /** Returns the budget of this name, {@code full} or {@code quick}. */
    public static Budget named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "full" -> new Budget(Duration.ofMillis(500), Duration.ofMillis(4), 60, 2, 7, 1_000_000);
            case "quick" -> new Budget(Duration.ofMillis(250), Duration.ofMillis(2), 25, 1, 3, 10_000);
            default -> throw new IllegalArgumentException("full or quick, not " + name);
        };
    }
}
