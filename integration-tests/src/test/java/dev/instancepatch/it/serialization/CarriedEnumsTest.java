package dev.instancepatch.it.serialization;

/** Enum constants with {@code enums=carry} on both sides: the reader's constants are patched. */
class CarriedEnumsTest extends SameBehaviour {
    CarriedEnumsTest() {
        super("Enums", "enums=carry");
        expect("constant", "ONE 0, true, next", "hello");
        expect("other-constant", "TWO 1, true, next", "hello");
        expect("body", "ONE 0, true, next", "hello");
        expect("overriding-body", "TWO 1, true, next", "hello");
        expect("abstract", "ONE 0, true, next", "hello");
        expect("ignored-methods", "ONE 0, true, next", "hello");
        expect("still-there", "ONE 1, true, next", "hello");
        expect("other-ordinal", "LAST 0, true, next", "hello");
        expect(
                "missing-constant",
                "InvalidObjectException enum constant GONE does not exist in class evolving.Constants$Changed",
                "");
        expect("body-on-one-side", "ONE 0, true, next", "hello")
                .refused("[target-missing]", "evolving.Constants$Body$1", "no such class");
        expect("moved", "true", "hello");
        expect("held", "ONE", "hello, hello");
        expect(
                        "several",
                        "[ONE, TWO, THREE][ONE, TWO, THREE]{ONE=TWO, TWO=ONE}[TWO, THREE]class shared.Enums$Severaltrue",
                        "hello, hello")
                .patched(
                        "[ONE, TWO, THREE][ONE, TWO, THREE]{ONE=TWO, TWO=ONE}[TWO, THREE]class shared.Enums$Severaltrue",
                        "SQUAWK, hello");
        expect("unshared", "ONE true true", "hello");
    }
}
