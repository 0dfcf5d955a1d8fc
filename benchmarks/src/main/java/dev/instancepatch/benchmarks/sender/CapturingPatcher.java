package dev.instancepatch.benchmarks.sender;

import dev.instancepatch.Patch;
import dev.instancepatch.benchmarks.streams.Patcher;
import dev.instancepatch.benchmarks.streams.Turkey;

/** A function for each bird, with a captured value of its own; the code is the same. */
public final class CapturingPatcher implements Patcher {
    @Override
    public void patch(Turkey bird, int number) {
        String squawk = "SQUAWK " + number;
        Patch.on(bird).method("hi", self -> squawk);
    }
}
