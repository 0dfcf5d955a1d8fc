/** Ever more of the same in one stream: what one of them takes should stay what it is. */
@NullMarked
package dev.instancepatch.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
