/** What {@code java -jar instance-patch-agent.jar} does: makes keys and shows them. No agent is at work then. */
@NullMarked
package dev.instancepatch.agent.cli;

import org.jspecify.annotations.NullMarked;
