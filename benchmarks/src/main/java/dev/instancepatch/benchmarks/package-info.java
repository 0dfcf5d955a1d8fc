/** What patches cost. {@link dev.instancepatch.benchmarks.Main} starts the JVMs that measure, and writes the report. */
@NullMarked
package dev.instancepatch.benchmarks;

import org.jspecify.annotations.NullMarked;
