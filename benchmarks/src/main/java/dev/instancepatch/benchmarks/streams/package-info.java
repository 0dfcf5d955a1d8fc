/** Birds in object streams: what is measured, for both harnesses. */
@NullMarked
package dev.instancepatch.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
