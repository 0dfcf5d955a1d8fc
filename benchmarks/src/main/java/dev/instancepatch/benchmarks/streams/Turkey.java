package dev.instancepatch.benchmarks.streams;

import java.io.Serializable;

/** The article's bird. */
public class Turkey implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Says hello, unless patched. */
    public String hi() {
        return "hello";
    }
}
