package dev.instancepatch.it.serialization;

/** References back to what a stream held before, unshared objects, descriptors, and what lies between objects. */
class HandlesTest extends SameBehaviour {
    HandlesTest() {
        super("Handles");

        unshared();
        descriptors();
        between();
        graphs();
    }

    private void unshared() {
        expect("written-unshared", "false false true", "hello, hello, hello");
        expect("read-unshared", "cannot read back reference to unshared object", "hello");
        expect("read-unshared-twice", "cannot read back reference as unshared", "hello");
        expect("read-shared-then-unshared", "cannot read back reference as unshared", "hello");
        expect("unshared-field", "n alone, true, next", "hello, hello");
        expect("unshared-field-of-shared-object", "false true alone", "hello, hello, hello");
        expect("unshared-field-referred-to", "Alone", "hello");
        expect("unshared-arrays", "true12x456.07.0y, true, next", "hello");
        expect("insisting", "true stream active unshared, true, next", "hello");
    }

    private void descriptors() {
        expect("descriptor-before", "shared.Handles$Node 2 Node nm", "hello, hello")
                .patched("shared.Handles$Node 2 Node nm", "SQUAWK, hello");
        expect("descriptor-behind", "n shared.Handles$Node 2 Node m", "hello, hello")
                .patched("n shared.Handles$Node 2 Node m", "SQUAWK, hello");
        expect("class-between", "true true true true", "hello, hello, hello")
                .patched("true true true true", "SQUAWK, hello, SQUAWK");
        expect(
                "classes",
                "int void class [I class java.lang.String interface java.lang.Runnable class java.lang.Thread$State",
                "hello");
        expect("descriptor-of-missing-class", "leaving.Gone 0 unknown, evolving.Versions$Default 1 Default", "hello");
    }

    private void between() {
        expect("data-between", "4 1ntwo32000mtrue-1", "hello, hello");
        expect("behind-what-was-refused", "n java.lang.Object n true", "hello, hello");
        expect("reset-between", "true false true", "hello, hello");
        expect("long-string", "80000 true \u20ac short, true, next", "hello");
        expect("bad-handle", "StreamCorruptedException invalid handle value: 007E7F7F", "hello");
    }

    private void graphs() {
        expect("long-list", "5000 0 hello", "hello");
        expect("deep", "n499 500", "hello");
        expect("collections", "6 true", "hello");
    }
}
