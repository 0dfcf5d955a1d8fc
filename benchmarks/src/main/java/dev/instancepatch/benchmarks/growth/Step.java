package dev.instancepatch.benchmarks.growth;

/** What is done with a crowd, one after the other. */
public enum Step {
    /** Makes the objects too. */
    PATCH("make and patch"),

    /** Into a new stream; a function is sent for the first time if it is new. */
    WRITE("write"),

    /** Out of it. */
    READ("read"),

    /** Links what was received. */
    CALL("call each for the first time");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    /** Returns what the report calls it. */
    public String title() {
        return title;
    }
}
