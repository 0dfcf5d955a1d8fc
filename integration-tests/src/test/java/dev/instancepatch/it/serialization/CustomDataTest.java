package dev.instancepatch.it.serialization;

/** Objects that write themselves: who reads on behind its own data, or leaves some, meets nothing of ours there. */
class CustomDataTest extends SameBehaviour {
    /** A limit, told in the README: where external data ends, only a JVM with the agent knows that the payload is none of it. */
    private static final String ONE_TOO_MANY = "ClassNotFoundException dev.instancepatch.wire.Payload";

    private static final String END = "-1 -1 0 0 EOF end true 0";

    CustomDataTest() {
        super("CustomData");
        expect("greedy", "5 object 77 " + END + ", true, next", "hello");
        expect("collecting", "0 1 2 3 4 end true, true, next", "hello");
        expect("collecting-nothing", "end true, true, next", "hello");
        expect("default-only", "5 " + END + ", true, next", "hello");
        expect("careless", "5, true, next", "hello");
        expect("indifferent", "StreamCorruptedException invalid type code: 00", "hello");
        expect("swallowing", "1 thrown on purpose, true, next", "hello");
        expect("two-levels", "upper " + END + " 9 " + END + ", true, next", "hello");
        externals();
        calls();
        failures();
        missing();
    }

    private void externals() {
        expect("external-greedy", "5 object " + END + ", true, next", "hello").withoutAgent(ONE_TOO_MANY);
        expect("external-bytes", "3000, true, next", "hello");
        expect("external-careless", "nothing, true, next", "hello");
        expect("external-empty", "empty, true, next", "hello");
        expect("external-reader-reads-more", "5 and no more, true, next", "hello");
        expect("external-reader-reads-more-objects", "one and no more true, true, next", "hello")
                .withoutAgent(ONE_TOO_MANY);
        expect("external-reader-reads-less", "5, true, next", "hello");
    }

    private void calls() {
        expect("fields-twice", "not active not active 5 6, true, next", "hello");
        expect(
                "put-fields",
                "4 label 0 false no such field height with type int no such field width with type long more"
                        + " shared.Calls$Put 3, true, next",
                "hello");
        expect("get-fields", "4 false no such field ignored with type null " + END + ", true, next", "hello");
        expect("get-fields-of-other-version", "5 false 7 true, true, next", "hello");
        expect("wrong-return-types", "5, true, next", "hello");
        expect("nested-stream", "true, 5 object 77 " + END, "hello, hello");
        expect(
                "validated",
                "read validated before read validated before read validated alone hello hello;"
                        + " read validated before read validated alone hello; read validated alone",
                "hello, hello");
        expect("invalid", "InvalidObjectException second is invalid", "");
        expect(
                "outside",
                "5 object 77 " + END + "; not active not active not active not active not active not active 5 " + END,
                "hello, hello");
    }

    private void failures() {
        expect("all-or-none", "thrown on purpose 0 null null Fails", "hello")
                .patched("thrown on purpose 0 null null Fails", "hello"); // never read whole
        expect("explicit-exception", "ClassNotFoundException thrown on purpose", "");
        expect("not-serializable-field", "NotSerializableException java.lang.Object", "");
        expect("duplicate-fields", "InvalidClassException multiple serializable fields named same", "");
        expect("not-written", "not written false", "hello, hello");
    }

    private void missing() {
        expect("skipped-object-of-missing-class", "first last, true, next", "hello");
        expect("skipped-patched-object-of-missing-class", "first last, true, next", "hello");
        expect("skipped-holder-of-missing-class", "last 5 " + END, "hello, hello");
        expect("left-object-of-missing-class", "text, true, next", "hello");
        expect("left-patched-object-of-missing-class", "text, true, next", "hello");
        expect("wanted-object-of-missing-class", "leaving.Gone, leaving.Gone", "");
        expect("referred-object-of-missing-class", "last leaving.Gone true", "hello");
    }
}
