/** Who patches by value. In a jar of its own, which the reading side does not have. */
@NullMarked
package dev.instancepatch.benchmarks.sender;

import org.jspecify.annotations.NullMarked;
