package dev.instancepatch.it.serialization;

/** Dynamic proxies: their class is described by its interfaces, and made by the reader. */
class ProxiesTest extends SameBehaviour {
    ProxiesTest() {
        super("Proxies");
        expect("proxy", "robin proxy robin true[Speaker, Named], true, next", "hello");
        expect("one-interface", "proxy robin true[Speaker], true, next", "hello");
        expect("inside", "7 proxy robin, true, next", "hello");
        expect("in-cycle", "true true true", "hello, hello").patched("true true true", "SQUAWK, hello");
        expect("in-cycle-handler-first", "true", "hello");
        expect("patched-handler", "true true", "hello, hello, hello").patched("true true", "hello, SQUAWK, SQUAWK");
        expect("many", "300 0", "hello, hello, hello, hello").patched("300 0", "SQUAWK, hello, hello, SQUAWK");
        methods();
        missing();
    }

    private void methods() {
        expect("replacing", "proxy robin written true[Speaker, Named], true, next", "hello")
                .refused("[target-missing]", ".hi for an object of jdk.proxy");
        expect("resolving", "proxy robin resolved true[Speaker, Named], true, next", "hello")
                .refused("[target-missing]", ".hi for an object of jdk.proxy");
    }

    private void missing() {
        expect("missing-interface", "ClassNotFoundException leaving.Lost", "");
        expect("held-with-missing-interface", "ClassNotFoundException leaving.Lost", "");
        expect("skipped-with-missing-interface", "first last, true, next", "hello");
        expect("left-with-missing-interface", "text, true, next", "hello");
        expect("annotated", "proxy robin proxy wren", "hello, hello");
        expect("resolved-by-the-stream", "true[Speaker, Named] true", "hello");
    }
}
