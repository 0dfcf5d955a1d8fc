/** What it takes to weave classes: alone, one behind the other and together; and what other threads see of that. */
@NullMarked
package dev.instancepatch.benchmarks.weaving;

import org.jspecify.annotations.NullMarked;
