/** Measuring within one JVM: competitors that take turns. Knows neither what is measured nor how it is reported. */
@NullMarked
package dev.instancepatch.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
