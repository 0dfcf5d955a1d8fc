/** One self-contained blob: the container around an object stream, its limits, and who writes and reads it. */
@NullMarked
package dev.instancepatch.parcel;

import org.jspecify.annotations.NullMarked;
