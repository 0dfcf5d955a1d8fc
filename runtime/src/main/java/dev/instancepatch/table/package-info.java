/** Who overrides what: method ids, immutable tables, the slots that hold them, and dispatch from woven code. */
@NullMarked
package dev.instancepatch.table;

import org.jspecify.annotations.NullMarked;
