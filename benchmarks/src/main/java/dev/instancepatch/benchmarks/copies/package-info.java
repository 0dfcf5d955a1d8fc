/** As many classes as an experiment asks for, all alike but for a number. */
@NullMarked
package dev.instancepatch.benchmarks.copies;

import org.jspecify.annotations.NullMarked;
