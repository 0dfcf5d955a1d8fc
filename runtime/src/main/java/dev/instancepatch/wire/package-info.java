/** Bytes: what a stream carries for a patched object, and its bounded reader. */
@NullMarked
package dev.instancepatch.wire;

import org.jspecify.annotations.NullMarked;
