package dev.instancepatch.benchmarks.calls;

import dev.instancepatch.benchmarks.harness.Work;

/** A competitor's birds. Asked through the loader that has its copies; the birds themselves stay behind it. */
public interface Hatchery {
    /**
     * Returns one more bird, prepared.
     *
     * @param called what is going to be called, and is replaced if anything is
     */
    Object hatch(Called called);

    /** Returns the work of calling birds in turn. */
    Work calling(Called called, Object[] birds);
}
