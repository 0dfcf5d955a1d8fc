/** The one door from the runtime to the agent. */
@NullMarked
package dev.instancepatch.bridge;

import org.jspecify.annotations.NullMarked;
