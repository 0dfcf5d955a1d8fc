package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.report.Page;

/** One part of the report, and the launches behind it. */
@FunctionalInterface
public interface Chapter {
    /** Measures, and writes what came of it. */
    void write(Launcher launcher, Budget budget, Page page) throws Exception;
}
