/** From figures to the report: launches, ratios, quartiles, tables. */
@NullMarked
package dev.instancepatch.benchmarks.report;

import org.jspecify.annotations.NullMarked;
