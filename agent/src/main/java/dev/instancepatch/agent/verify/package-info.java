/** Whether received code keeps to its kinds of values: found out from its bytes alone, without loading a class. */
@NullMarked
package dev.instancepatch.agent.verify;

import org.jspecify.annotations.NullMarked;
