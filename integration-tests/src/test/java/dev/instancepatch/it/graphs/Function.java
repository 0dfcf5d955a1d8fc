package dev.instancepatch.it.graphs;

import java.util.Locale;

/** What the objects of a graph are patched with. See the fixture {@code patching}. */
public enum Function {
    /** A text; one function without captured values, however many objects it patches. */
    CONSTANT,
    /** A text and a number that it captured. */
    VALUE,
    /** The object it is called on. */
    SELF,
    /** The argument, captured: one function for all that it patches. */
    CAPTURE,
    /** The patched object, captured: a function for each. */
    OWN,
    /** An array of a number, the patched object and the argument, all captured: a function for each. */
    TWO,
    /** A list, captured, of the first object that it patches and the argument: one function for all. */
    LIST,
    /** What the object's own method answers, and a text. */
    AROUND,
    /** The same, and another method patched on another level where there are levels. */
    LEVELS;

    /** True if it has an argument. */
    public boolean takesArgument() {
        return this == CAPTURE || this == TWO || this == LIST;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Function of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
