package dev.instancepatch.it.streams;

import dev.instancepatch.it.serialization.SameBehaviour;

/** Streams that applications make their own, by overriding what the JDK's streams let them. */
class SubclassesTest extends SameBehaviour {
    private static final String END = "-1 -1 0 0 EOF end true 0";
    private static final String NODE = "shared.Handles$Node";

    SubclassesTest() {
        super("Subclasses");
        replacing();
        resolving();
        annotating();
        ownDescriptors();
        localDescriptors();
        overriding();
        firstProtocol();
    }

    private void replacing() {
        expect("replaced-by-node", "copied", "hello");
        expect("replaced-by-string", "string instead", "")
                .unwritten("[not-carried]", NODE, "java.lang.String", "replaceObject", "Patched: hi()");
        expect("replaced-in-graph", "copied kept true true", "hello, hello");
        expect("array-replaced", "replaced", "hello");
        expect("replaced-by-itself", "kept", "hello");
    }

    private void resolving() {
        expect("resolved-to-other", "other next", "hello");
        expect("resolved-to-string", "string next", "").refused("[target-missing]", NODE + ".hi", "java.lang.String");
        expect("resolved-to-null", "null next", "");
        expect("resolved-in-graph", "Default next", "hello")
                .refused("[target-missing]", NODE + ".hi", "evolving.Versions$Default");
    }

    private void annotating() {
        expect("annotated", "n5 object 77 " + END + "m", "hello, hello, hello")
                .patched("n5 object 77 " + END + "m", "SQUAWK, SQUAWK, hello");
        expect("annotated-with-patched", "nm", "hello, hello, hello");
        expect("annotation-nobody-reads", "nm", "hello, hello");
    }

    private void ownDescriptors() {
        expect("own-descriptors", "n", "hello")
                .unwritten("[not-carried]", NODE, "written.Subclasses$Describing writes class descriptors");
        expect("own-descriptors-of-unpatched", "n", "hello").patched("n", "hello");
        expect("own-descriptors-that-are-the-jdk-s", "n", "hello")
                .unwritten("[not-carried]", NODE, "written.Subclasses$Passing writes class descriptors");
    }

    /** Readers that take their own version of a class for the stream's: sometimes, or always. */
    private void localDescriptors() {
        expect("tolerant-reader", "4, true, next", "hello");
        expect("tolerant-reader-of-record", "OtherVersion[x=5], true, next", "hello");
        expect("tolerant-reader-of-externalizable", "nothing, true, next", "hello");
        expect("local-descriptors", "4, true, next", "hello, hello");
        expect("local-descriptors-of-custom", "5 object 77 " + END + ", true, next", "hello");
        expect("local-descriptors-of-record", "p, true, next", "hello");
        expect("local-descriptors-of-externalizable", "nothing, true, next", "hello");
    }

    private void overriding() {
        expect("override-root", "n", "hello")
                .unwrittenBut("SQUAWK", "[not-carried]", NODE, "written.Subclasses$Overriding", "Patched: hi()");
        expect("override-inside", "n", "hello");
    }

    private void firstProtocol() {
        expect("first-protocol", "n, true, next", "hello");
        expect("first-protocol-custom", "5 object 77 " + END + ", true, next", "hello");
        expect("first-protocol-two-levels", "upper " + END + " 9 " + END + ", true, next", "hello");
        expect("first-protocol-record", "p, true, next", "hello");
        expect("first-protocol-proxy", "proxy robin, true, next", "hello");
        expect("first-protocol-replaced", "stand, true, next", "hello");
        expect("first-protocol-replaced-by-externalizable", "stand, true, next", "hello")
                .unwritten("[not-carried]", "shared.Replaced$By", "protocol version 1");
        expect("first-protocol-enum", "NORTH", "hello")
                .unwritten("[not-carried]", "leaving.Direction", "enum constant");
        expect("first-protocol-externalizable", "5 object, true, next", "hello")
                .unwritten("[not-carried]", "shared.Custom$CarefulExternal", "protocol version 1");
        expect("first-protocol-empty-externalizable", "empty, true, next", "hello")
                .unwritten("[not-carried]", "shared.Custom$EmptyExternal", "protocol version 1");
    }
}
