package dev.instancepatch.it.serialization;

/** Records: made by their constructor from what the stream has for their components, whatever else it has. */
class RecordsTest extends SameBehaviour {
    RecordsTest() {
        super("Records");

        kinds();
        evolution();
        references();
    }

    private void kinds() {
        expect("point", "1 2.5 p [3], true, next", "hello");
        expect("nulls", "1 2.5 null null, true, next", "hello");
        expect("empty", "Empty[], true, next", "hello");
        expect("several", "[a, b], true, next", "hello");
        expect("compact", "Compact[least=12, names=[a]], true, next", "hello");
        expect("secret", "5, true, next", "hello");
        expect("prohibited", "Prohibited[number=5], true, next", "hello");
        expect("external", "External[number=5], true, next", "hello");
        expect("resolved", "Resolved[told=read resolved], true, next", "hello");
        expect("written", "Written[told=replaced], true, next", "hello");
        expect("written-in-stand-in", "Written[told=other resolved], true, next", "hello");
    }

    private void evolution() {
        expect("fewer-components", "Fewer[x=1, name=f], true, next", "hello");
        expect(
                "more-components",
                "More[a=false, b=0, c=0, d=0, x=1, e=0, f=0.0, g=0.0, name=null, array=null, list=null], true, next",
                "hello");
        expect("reordered-components", "Reordered[z=3, name=r, x=1], true, next", "hello");
        expect(
                "retyped-component",
                "InvalidClassException evolving.Components$Retyped; incompatible types for field x",
                "");
        expect("narrowed-component-that-fits", "Narrowed[name=n], true, next", "hello");
        expect(
                "narrowed-component-that-does-not-fit",
                "InvalidObjectException Cannot cast java.lang.Integer to java.lang.String",
                "");
        expect("widened-component", "Widened[name=w], true, next", "hello");
        expect("constructor-accepts", "Throwing[x=3], true, next", "hello");
        expect("constructor-throws", "InvalidObjectException too many: 4", "");
        expect("other-version", "OtherVersion[x=1], true, next", "hello");
        expect("nested", "Nested[x=2, fewer=Fewer[x=1, name=f]] f, true, next", "hello, hello");
    }

    private void references() {
        expect("in-cycle", "[null] true", "hello");
        expect("in-cycle-list-first", "true true", "hello");
        expect("shared", "p true true true true", "hello, hello, hello")
                .patched("p true true true true", "SQUAWK, hello, SQUAWK");
        expect("patched-and-not", "300 0", "hello, hello, hello, hello")
                .patched("300 0", "SQUAWK, hello, hello, SQUAWK");
        expect("unshared", "false false true", "hello, hello, hello");
        expect("after-reset", "false", "hello, hello");
    }
}
