/** Many threads, and many patched objects: neither should make the others slower. */
@NullMarked
package dev.instancepatch.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
