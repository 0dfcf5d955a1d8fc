package dev.instancepatch.benchmarks.memory;

import java.io.Serializable;

/** An object with two methods and no field. */
public class Turkey implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Says hello, unless patched. */
    public String hi() {
        return "hello";
    }

    /** Says goodbye, unless patched. */
    public String bye() {
        return "goodbye";
    }
}
