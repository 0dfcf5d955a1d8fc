package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.benchmarks.calls.Called;
import dev.instancepatch.benchmarks.calls.Hatchery;
import dev.instancepatch.benchmarks.harness.Work;
import java.util.Arrays;

/** Birds as they are, called in a loop. Other hatcheries do one of the two in another way. */
public class PlainHatchery implements Hatchery {
    @Override
    public Subject hatch(Called called) {
        return new Bird();
    }

    @Override
    public Work calling(Called called, Object[] birds) {
        return new Loops(called, Arrays.copyOf(birds, birds.length, Subject[].class));
    }
}
