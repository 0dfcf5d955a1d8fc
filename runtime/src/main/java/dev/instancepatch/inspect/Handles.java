package dev.instancepatch.inspect;

import java.io.ObjectStreamConstants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stream may refer back to. */
final class Handles {
    private final List<Content> given = new ArrayList<>();

    void give(Content content) {
        given.add(content);
    }

    /** Returns what has this handle, or null if nothing has. */
    @Nullable
    Content at(int handle) {
        long index = (long) handle - ObjectStreamConstants.baseWireHandle;
        return index >= 0 && index < given.size() ? given.get((int) index) : null;
    }

    void clear() {
        given.clear();
    }
}
