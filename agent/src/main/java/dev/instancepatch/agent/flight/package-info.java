/** What the JVM's flight recorder gets to see. */
@NullMarked
package dev.instancepatch.agent.flight;

import org.jspecify.annotations.NullMarked;
