package dev.instancepatch.benchmarks.calls.copied;

/** What is called through an interface. */
public interface Subject {
    /** Returns its weight. */
    int weigh();
}
