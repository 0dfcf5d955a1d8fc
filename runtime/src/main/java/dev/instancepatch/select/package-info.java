/** Which method a name and a function mean, and whether the function fits it. */
@NullMarked
package dev.instancepatch.select;

import org.jspecify.annotations.NullMarked;
