package dev.instancepatch.benchmarks.streams;

/** Patches {@link Turkey#hi}. */
@FunctionalInterface
public interface Patcher {
    /**
     * Patches one bird.
     *
     * @param number which one it is, for functions that capture something of their own
     */
    void patch(Turkey bird, int number);
}
