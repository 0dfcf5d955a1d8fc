package dev.instancepatch.stress;

import dev.instancepatch.Patch;

/** Patched while others call it. Its methods are woven before any test begins, so that a test is about tables alone. */
class Turkey {
    static final int OWN = 0;

    static {
        Patch.on(new Turkey(null)).method("hi", self -> OWN).method("bye", self -> OWN);
    }

    Turkey() {}

    private Turkey(Void unwoven) {}

    int hi() {
        return OWN;
    }

    int bye() {
        return OWN;
    }
}
