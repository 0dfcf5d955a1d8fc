/** The same cases as JMH sees them; run by hand, see CONTRIBUTING.md. */
@NullMarked
package dev.instancepatch.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
