package dev.instancepatch.inspect;

import org.jspecify.annotations.Nullable;

/** What a content of a stream is, as far as a report asks: millions of objects share one per class. */
interface Content {
    Content NULL = new Plain(null);
    Content STRING = new Plain("java.lang.String");
    Content CLASS = new Plain("java.lang.Class");

    /** Returns the name of its class; null for null. */
    @Nullable
    String typeName();

    /** A content that nobody asks more about. */
    record Plain(@Nullable String typeName) implements Content {}
}
