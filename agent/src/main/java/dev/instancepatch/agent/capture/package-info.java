/** Functions as values: from a lambda to the slice of the class that wrote it. */
@NullMarked
package dev.instancepatch.agent.capture;

import org.jspecify.annotations.NullMarked;
