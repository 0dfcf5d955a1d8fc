package dev.instancepatch.benchmarks.streams;

import dev.instancepatch.Patch;

/** Writes the function on the class path, where the reader finds the same code. */
final class OwnPatcher implements Patcher {
    @Override
    public void patch(Turkey bird, int number) {
        Patch.on(bird).method("hi", self -> "SQUAWK");
    }
}
