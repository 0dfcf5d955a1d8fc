package dev.instancepatch;

import org.jspecify.annotations.Nullable;

/**
 * What the patches made through one target have in common.
 *
 * @param local true if streams omit them
 * @param reason what they say to whoever finds them
 * @param scope where they are noted, to be undone together
 */
record PatchOptions(
        boolean local, @Nullable String reason, @Nullable PatchScope scope) {
    static final PatchOptions NONE = new PatchOptions(false, null, null);

    static PatchOptions in(PatchScope scope) {
        return new PatchOptions(false, null, scope);
    }

    PatchOptions asLocal() {
        return new PatchOptions(true, reason, scope);
    }

    PatchOptions withReason(String said) {
        return new PatchOptions(local, said, scope);
    }
}
