/** How much memory the slot, patches, functions and received code take. */
@NullMarked
package dev.instancepatch.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
