/** Start-up: options, and the connection between the runtime and the rooms of the agent. */
@NullMarked
package dev.instancepatch.agent;

import org.jspecify.annotations.NullMarked;
