package dev.instancepatch.benchmarks.sender;

import dev.instancepatch.Patch;
import dev.instancepatch.benchmarks.streams.Patcher;
import dev.instancepatch.benchmarks.streams.Turkey;

/** What other patchers are made of: the same class file under another name, whose function says something else. */
public final class TemplatePatcher implements Patcher {
    /** Makes one. */
    public TemplatePatcher() {}

    @Override
    public void patch(Turkey bird, int number) {
        Patch.on(bird).method("hi", self -> "SQUAWK template");
    }
}
