package dev.instancepatch.benchmarks.startup;

/** The program whose start is nearly all of its run. */
final class HelloWorld {
    static final String SAYS = "hello";

    private HelloWorld() {}

    /** Says hello. */
    public static void main(String[] args) {
        System.out.println(SAYS);
    }
}
