package dev.instancepatch.benchmarks.calls;

import dev.instancepatch.benchmarks.harness.Work;

/** A competitor's birds. Asked through the loader that has its copies; the birds themselves stay behind it. */
public interface Hatchery {
    /**
     * Prepares so many birds, and returns the work of calling each in turn.
     *
     * @param called what is called, and replaced if anything is
     */
    Work calling(Called called, int birds);
}
