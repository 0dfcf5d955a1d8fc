/** What an object stream holds, read off its bytes alone: no class is looked for, and nothing is defined or run. */
@NullMarked
package dev.instancepatch.inspect;

import org.jspecify.annotations.NullMarked;
