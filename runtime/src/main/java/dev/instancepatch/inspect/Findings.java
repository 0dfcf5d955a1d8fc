package dev.instancepatch.inspect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was met in a stream, in its order. */
final class Findings {
    private final List<Described> classes = new ArrayList<>();
    private final List<OwnObject> owns = new ArrayList<>();
    private @Nullable Content root; // the first

    void described(Described type) {
        classes.add(type);
    }

    void own(OwnObject object) {
        owns.add(object);
    }

    void root(Content content) {
        root = root == null ? content : root;
    }

    @Nullable
    Content root() {
        return root;
    }

    List<Described> classes() {
        return classes;
    }

    List<OwnObject> owns() {
        return owns;
    }
}
