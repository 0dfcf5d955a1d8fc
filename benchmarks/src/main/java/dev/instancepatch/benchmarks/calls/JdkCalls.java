package dev.instancepatch.benchmarks.calls;

import dev.instancepatch.benchmarks.harness.Work;

/** Loops over calls of JDK objects. Asked through a loader that has copies of them. */
public interface JdkCalls {
    /** Returns the work of calling an object. */
    Work calling(JdkObject object);
}
