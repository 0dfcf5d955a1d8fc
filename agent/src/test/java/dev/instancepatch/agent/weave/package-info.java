/** Weaving, without a JVM that does it. */
@NullMarked
package dev.instancepatch.agent.weave;

import org.jspecify.annotations.NullMarked;
