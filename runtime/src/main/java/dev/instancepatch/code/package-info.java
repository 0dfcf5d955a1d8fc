/** A function's code as a value: class images, bundles, identity. */
@NullMarked
package dev.instancepatch.code;

import org.jspecify.annotations.NullMarked;
