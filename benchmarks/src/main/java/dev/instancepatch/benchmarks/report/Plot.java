package dev.instancepatch.benchmarks.report;

/** A picture of some figures. */
public interface Plot {
    /** Returns what it shows, for whoever cannot see it. */
    String title();

    /** Returns it in SVG. */
    String svg();
}
