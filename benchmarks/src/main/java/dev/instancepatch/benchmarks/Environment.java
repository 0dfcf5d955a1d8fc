package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import java.time.LocalDate;
import java.util.List;

/** Where the figures come from. */
final class Environment {
    /** A heap that neither grows nor shrinks while something is measured. */
    static final List<String> JVM_OPTIONS = List.of("-Xms512m", "-Xmx512m");

    private Environment() {}

    /** Returns the heading of the report's section, the same for all versions of a JDK's feature release. */
    static String jdk() {
        return "JDK " + Runtime.version().feature();
    }

    /** Returns date, JVM, machine and budget. */
    static String describe(String name, Budget budget) {
        return String.join(
                ", ",
                LocalDate.now().toString(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors() + " cores",
                String.join(" ", JVM_OPTIONS),
                "budget " + name + " (" + budget.rounds() + " rounds in each of " + budget.jvms() + " JVMs, "
                        + budget.launches() + " launches of a kind)");
    }
}
