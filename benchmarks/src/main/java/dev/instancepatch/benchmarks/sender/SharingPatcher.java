package dev.instancepatch.benchmarks.sender;

import dev.instancepatch.Patch;
import dev.instancepatch.benchmarks.streams.Patcher;
import dev.instancepatch.benchmarks.streams.Turkey;

/** One function for all birds: a lambda that captures nothing is one object. */
public final class SharingPatcher implements Patcher {
    @Override
    public void patch(Turkey bird, int number) {
        Patch.on(bird).method("hi", self -> "SQUAWK");
    }
}
