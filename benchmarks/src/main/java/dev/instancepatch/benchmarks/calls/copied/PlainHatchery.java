package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.benchmarks.calls.Called;
import dev.instancepatch.benchmarks.calls.Hatchery;
import dev.instancepatch.benchmarks.harness.Work;

/** Birds as they are; and what all hatcheries have in common. */
public class PlainHatchery implements Hatchery {
    @Override
    public final Work calling(Called called, int birds) {
        Subject[] subjects = new Subject[birds];
        for (int i = 0; i < birds; i++) {
            subjects[i] = hatch(called);
        }
        return calling(called, subjects);
    }

    /** Returns one more bird. */
    Subject hatch(Called called) {
        return new Bird();
    }

    /** Returns the work of calling them. */
    Work calling(Called called, Subject[] subjects) {
        return new Loops(called, subjects);
    }
}
