package dev.instancepatch.benchmarks.memory;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import java.util.function.Consumer;
import org.openjdk.jol.vm.VM;

/** Bytes per instance, in the JVM that runs this; needs no agent. */
public final class LayoutExperiment implements Experiment {
    @Override
    public void run(Budget budget, Consumer<Measured> results) {
        Shapes.all()
                .forEach((name, object) -> results.accept(new Measured(
                        "bytes per instance", name, new double[] {VM.current().sizeOf(object)})));
    }
}
