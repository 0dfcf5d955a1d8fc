/** Bytecode of application classes: a slot at load, a prologue on first patch. */
@NullMarked
package dev.instancepatch.agent.weave;

import org.jspecify.annotations.NullMarked;
