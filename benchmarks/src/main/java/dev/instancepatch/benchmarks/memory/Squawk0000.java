package dev.instancepatch.benchmarks.memory;

import dev.instancepatch.Replacement0;

/** The template of classes that write a function each, no two of which have the same code. */
public class Squawk0000 implements Squawking {
    @Override
    public Replacement0<Turkey, String> function() {
        return self -> "SQUAWK 0000";
    }
}
