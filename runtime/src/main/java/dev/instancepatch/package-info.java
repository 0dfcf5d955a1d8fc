/** Patch one object's methods: start at {@link dev.instancepatch.Patch#on}. */
@NullMarked
package dev.instancepatch;

import org.jspecify.annotations.NullMarked;
