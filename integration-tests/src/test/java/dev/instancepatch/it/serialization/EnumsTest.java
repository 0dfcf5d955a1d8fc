package dev.instancepatch.it.serialization;

/** Enum constants, of which a stream has the name only: by default their patches have no place there. */
class EnumsTest extends SameBehaviour {
    EnumsTest() {
        super("Enums");
        expect("constant", "ONE 0, true, next", "hello").unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("other-constant", "TWO 1, true, next", "hello")
                .unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("body", "ONE 0, true, next", "hello").unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("overriding-body", "TWO 1, true, next", "hello")
                .unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("abstract", "ONE 0, true, next", "hello").unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("ignored-methods", "ONE 0, true, next", "hello")
                .unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("still-there", "ONE 1, true, next", "hello")
                .unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("other-ordinal", "LAST 0, true, next", "hello")
                .unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect(
                        "missing-constant",
                        "InvalidObjectException enum constant GONE does not exist in class evolving.Constants$Changed",
                        "")
                .unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("body-on-one-side", "ONE 0, true, next", "hello")
                .unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("moved", "true", "hello").unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("held", "ONE", "hello, hello")
                .unwrittenBut("SQUAWK, hello", "[not-carried]", "enum constant", "Patched: hi()");
        expect(
                        "several",
                        "[ONE, TWO, THREE][ONE, TWO, THREE]{ONE=TWO, TWO=ONE}[TWO, THREE]class shared.Enums$Severaltrue",
                        "hello, hello")
                .unwritten("[not-carried]", "enum constant", "Patched: hi()");
        expect("unshared", "ONE true true", "hello").unwritten("[not-carried]", "enum constant", "Patched: hi()");
    }
}
