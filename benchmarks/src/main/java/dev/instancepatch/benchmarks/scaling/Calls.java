package dev.instancepatch.benchmarks.scaling;

import dev.instancepatch.benchmarks.harness.Work;
import dev.instancepatch.benchmarks.streams.Turkey;
import java.util.BitSet;

/**
 * Calls of one object, a thousand for each time that work is done: one alone is a nanosecond. The object is read from a volatile
 * field for each call, or the JIT would call it once.
 */
final class Calls {
    private static final int CALLS = 1_000;

    private Calls() {}

    /** Calls a bird. */
    static Work of(Turkey bird, String expected) {
        Place<Turkey> place = new Place<>(bird);
        return times -> {
            long letters = 0;
            for (int i = 0; i < times; i++) {
                for (int call = 0; call < CALLS; call++) {
                    letters += place.object.hi().length();
                }
            }
            return checked(letters, (long) times * CALLS * expected.length());
        };
    }

    /** Calls a set of bits, which says that it has so many. */
    static Work of(BitSet bits, int expected) {
        Place<BitSet> place = new Place<>(bits);
        return times -> {
            long sum = 0;
            for (int i = 0; i < times; i++) {
                for (int call = 0; call < CALLS; call++) {
                    sum += place.object.cardinality();
                }
            }
            return checked(sum, (long) times * CALLS * expected);
        };
    }

    private static Long checked(long sum, long expected) {
        if (sum != expected) {
            throw new IllegalStateException("they sum up to " + sum + ", not " + expected);
        }
        return sum;
    }

    private static final class Place<T> {
        private volatile T object;

        Place(T object) {
            this.object = object;
        }
    }
}
