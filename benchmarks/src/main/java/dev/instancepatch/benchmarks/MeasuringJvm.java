package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;

/** The main class of a JVM that measures: one experiment, whose results it prints. */
final class MeasuringJvm {
    private MeasuringJvm() {}

    /**
     * Runs an experiment.
     *
     * @param args its name, and the budget's
     */
    public static void main(String[] args) throws Exception {
        Experiments.valueOf(args[0])
                .experiment()
                .run(Budget.named(args[1]), measured -> System.out.println(measured.line()));
    }
}
