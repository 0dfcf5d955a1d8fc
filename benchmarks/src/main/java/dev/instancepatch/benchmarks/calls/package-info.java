/** Calls: of patched and unpatched objects, by us and by others. What is called, and the loops, is in {@code copied}. */
@NullMarked
package dev.instancepatch.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
