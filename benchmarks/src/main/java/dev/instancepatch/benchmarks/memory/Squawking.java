package dev.instancepatch.benchmarks.memory;

import dev.instancepatch.Replacement0;

/** What all copies of {@link Squawk0000} can do. */
@FunctionalInterface
public interface Squawking {
    /** Returns this class's function; a lambda that captures nothing, so always the same. */
    Replacement0<Turkey, String> function();
}
