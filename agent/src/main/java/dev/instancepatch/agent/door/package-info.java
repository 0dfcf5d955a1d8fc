/** The one class of ours that every loader sees, and what it opens. */
@NullMarked
package dev.instancepatch.agent.door;

import org.jspecify.annotations.NullMarked;
