/**
 * What a competitor has a copy of its own of: the birds, and the loops that call them. Nobody outside loads these classes, but
 * through {@link dev.instancepatch.benchmarks.calls.Copies}.
 */
@NullMarked
package dev.instancepatch.benchmarks.calls.copied;

import org.jspecify.annotations.NullMarked;
