/** The one place that words every refusal. */
@NullMarked
package dev.instancepatch.refusal;

import org.jspecify.annotations.NullMarked;
