package dev.instancepatch.inspect;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of this library's: what it wrote, as it stands in the stream. {@link OwnFormat} knows what that means. */
final class OwnObject implements Content {
    private final String typeName;
    private @Nullable ByteArrayOutputStream bytes; // made when there are any: a stranger's stream may hold millions
    private List<Content> contents = List.of();

    private OwnObject(String typeName) {
        this.typeName = typeName;
    }

    /** Returns one for an object of this class, or null if a report needs nothing of such objects. */
    static @Nullable OwnObject of(Described type) {
        return OwnFormat.isKnown(type.name()) ? new OwnObject(type.name()) : null;
    }

    void add(byte[] block) {
        if (bytes == null) {
            bytes = new ByteArrayOutputStream(block.length);
        }
        bytes.writeBytes(block);
    }

    void add(Content content) {
        if (contents.isEmpty()) {
            contents = new ArrayList<>(2);
        }
        contents.add(content);
    }

    @Override
    public String typeName() {
        return typeName;
    }

    byte[] bytes() {
        return bytes == null ? new byte[0] : bytes.toByteArray();
    }

    /** Returns the objects among what it wrote. */
    List<Content> contents() {
        return contents;
    }
}
