/** Hooks in java.io, so that plain object streams carry patches. */
@NullMarked
package dev.instancepatch.agent.serial;

import org.jspecify.annotations.NullMarked;
