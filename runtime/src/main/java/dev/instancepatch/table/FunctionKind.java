package dev.instancepatch.table;

/** How a function is called: instead of the method, or around it. */
public enum FunctionKind {
    REPLACEMENT,
    VOID_REPLACEMENT,
    AROUND,
    INTERCEPTOR;

    boolean callsOriginal() {
        return this == AROUND || this == INTERCEPTOR;
    }
}
