package dev.instancepatch.wire;

import dev.instancepatch.table.FunctionInterface;
import org.jspecify.annotations.Nullable;

/**
 * What a payload says of one patch before its code.
 *
 * @param name the method's name
 * @param descriptor its descriptor
 * @param type the interface the function is called through
 * @param reason what the sender's patcher said
 * @param owner for each captured value, whether it is the patched object itself
 */
record PatchHead(
        String name,
        String descriptor,
        FunctionInterface type,
        @Nullable String reason,
        boolean[] owner) {}
