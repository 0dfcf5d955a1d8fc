/** From received code to a live function: the trust gate, the bundle loader, linking. */
@NullMarked
package dev.instancepatch.restore;

import org.jspecify.annotations.NullMarked;
