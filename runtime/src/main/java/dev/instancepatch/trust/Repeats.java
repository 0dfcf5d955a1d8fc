package dev.instancepatch.trust;

import dev.instancepatch.Code;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts verdicts that are the same, so that a stream of ten thousand objects does not become ten thousand lines: the first has a
 * line, then the second, the fourth, the eighth and so on, and the first after a minute of silence about it, each with the
 * number it is.
 *
 * <p>No number waits to be written: whatever ends the JVM, that it happened is in the log, and how often to a factor of two.
 * <em>Rejected:</em> once a minute with the number since, which loses the last minute of an attack.
 */
final class Repeats {
    private static final int REMEMBERED = 1_000;
    private static final long SILENCE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier clock;

    /** Least recently seen out first: rather say something anew than fall silent. Guarded by this. */
    private final Map<Seen, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Seen, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    Repeats(LongSupplier clock) {
        this.clock = clock;
    }

    /** Counts a verdict. Returns the number it is if that is worth a line, otherwise 0. */
    synchronized long count(Verdict verdict, @Nullable Code refusal) {
        Count count = counts.computeIfAbsent(new Seen(verdict, refusal), first -> new Count());
        long now = clock.getAsLong();
        count.times++;
        if (Long.bitCount(count.times) > 1 && now - count.said < SILENCE) {
            return 0;
        }
        count.said = now;
        return count.times;
    }

    /** Verdicts of the same patch are mostly the same object, and always have the same target and code: that tells them apart fast. */
    private record Seen(Verdict verdict, @Nullable Code refusal) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Seen seen
                    && refusal == seen.refusal
                    && (verdict == seen.verdict || verdict.equals(seen.verdict));
        }

        @Override
        public int hashCode() {
            return 31 * verdict.target().hashCode() + verdict.code().hashCode();
        }
    }

    private static final class Count {
        long times;
        long said;
    }
}
