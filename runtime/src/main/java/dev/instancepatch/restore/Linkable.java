package dev.instancepatch.restore;

import dev.instancepatch.code.Bundle;

/**
 * Code that passed the gate, and how it is to be defined.
 *
 * @param sent the bundle as it came; functions of it are sent on as that
 * @param defined what to define: the same, or a variant for this JVM
 * @param target the loader whose classes the code sees
 * @param isNested true if another received function calls this one, which then knows its interface as that does; else the interface
 *     is the receiver's, where the receiver has it
 */
public record Linkable(Bundle sent, Bundle defined, ClassLoader target, boolean isNested) {
    /** What tells one set of classes from another, within a target loader. */
    String key() {
        return sent.contentHash() + (isNested ? " nested" : "");
    }
}
