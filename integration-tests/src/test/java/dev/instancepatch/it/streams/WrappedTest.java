package dev.instancepatch.it.streams;

import dev.instancepatch.it.serialization.SameBehaviour;

/** Objects of the JDK that hold a stream inside: RMI's, a sealed and a signed one. Each read of it makes objects anew. */
class WrappedTest extends SameBehaviour {
    WrappedTest() {
        super("Wrapped");
        expect("marshalled", "n false", "hello, hello");
        expect("marshalled-custom", "5 object 77 -1 -1 0 0 EOF end true 0", "hello");
        expect("marshalled-record", "p", "hello");
        expect("marshalled-twice", "n", "hello");
        expect("marshalled-beside-itself", "ninner", "hello, hello");
        expect("sealed", "n", "hello");
        expect("signed", "true n", "hello");
    }
}
