package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.benchmarks.calls.Called;
import dev.instancepatch.benchmarks.harness.Work;
import java.util.Arrays;
import org.jspecify.annotations.NullUnmarked;

/**
 * Calls birds in a loop, and adds up what they return.
 *
 * <p>One bird stands in a volatile field, which is read for each call. Otherwise the JIT would, in plain code, read the bird's field once
 * for the whole loop and turn the sum into a product; the volatile read costs the processor nothing more, and lets nothing move over it.
 * Several birds stand in an array, and what the next one returns is not known before it is read. With twice as many calls, each loop
 * takes twice as long.
 */
@NullUnmarked // a check for null would be measured too
final class Loops implements Work {
    private static final int CALLS =
            1_000; // as many as a loop in an application might make, and not so many that only OSR helps

    private final Called called;
    private final Subject[] subjects;
    private final Bird[] birds;
    private volatile Subject subject;
    private volatile Bird bird; // null where the subjects are no birds, but proxies

    /** Calls birds, in turn where there are several: a power of two. */
    Loops(Called called, Subject[] subjects) {
        this.called = called;
        this.subjects = subjects;
        this.subject = subjects[0];
        this.birds = subjects[0] instanceof Bird ? Arrays.copyOf(subjects, subjects.length, Bird[].class) : new Bird[0];
        this.bird = birds.length == 0 ? null : birds[0];
    }

    @Override
    public Object run(int times) {
        long sum = 0;
        for (int first = 0; first < times; first += CALLS) {
            sum += loop(first, Math.min(times, first + CALLS));
        }
        return sum;
    }

    private long loop(int first, int end) {
        boolean one = subjects.length == 1;
        return switch (called) {
            case GETTER -> one ? getter(first, end) : getters(first, end);
            case TWO_ARGUMENTS -> twoArguments(first, end);
            case HALF_NANOSECOND -> halfNanosecond(first, end);
            case COLD -> cold(first, end);
            case INTERFACE -> one ? throughInterface(first, end) : severalThroughInterface(first, end);
        };
    }

    private long getter(int first, int end) {
        long sum = 0;
        for (int i = first; i < end; i++) {
            sum += bird.weight();
        }
        return sum;
    }

    private long getters(int first, int end) {
        Bird[] all = birds;
        long sum = 0;
        for (int i = first; i < end; i++) {
            sum += all[i & all.length - 1].weight();
        }
        return sum;
    }

    private long twoArguments(int first, int end) {
        long sum = 0;
        for (int i = first; i < end; i++) {
            sum += bird.add(i, 1);
        }
        return sum;
    }

    private long halfNanosecond(int first, int end) {
        long sum = 0;
        for (int i = first; i < end; i++) {
            sum += bird.mix(i);
        }
        return sum;
    }

    private long cold(int first, int end) {
        long sum = 0;
        for (int i = first; i < end; i++) {
            sum += atOneOfEight(bird, i);
        }
        return sum;
    }

    /** Eight call sites, each for every eighth call. */
    private static long atOneOfEight(Bird bird, int i) {
        return switch (i & 7) {
            case 0 -> bird.body(i);
            case 1 -> bird.body(i);
            case 2 -> bird.body(i);
            case 3 -> bird.body(i);
            case 4 -> bird.body(i);
            case 5 -> bird.body(i);
            case 6 -> bird.body(i);
            default -> bird.body(i);
        };
    }

    private long throughInterface(int first, int end) {
        long sum = 0;
        for (int i = first; i < end; i++) {
            sum += subject.weigh();
        }
        return sum;
    }

    private long severalThroughInterface(int first, int end) {
        Subject[] all = subjects;
        long sum = 0;
        for (int i = first; i < end; i++) {
            sum += all[i & all.length - 1].weigh();
        }
        return sum;
    }
}
