package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.streams.StreamExperiment;
import dev.instancepatch.benchmarks.streams.StreamExperiment.Act;
import dev.instancepatch.benchmarks.streams.UnpatchedExperiment;
import java.util.List;

/** All that a JVM can be started to measure, by name. */
enum Experiments {
    WRITE_1(new StreamExperiment(Act.WRITE, 1)),
    WRITE_1000(new StreamExperiment(Act.WRITE, 1_000)),
    READ_1(new StreamExperiment(Act.READ, 1)),
    READ_1000(new StreamExperiment(Act.READ, 1_000)),
    READ_AND_CALL_1(new StreamExperiment(Act.READ_AND_CALL, 1)),
    READ_AND_CALL_1000(new StreamExperiment(Act.READ_AND_CALL, 1_000)),
    UNPATCHED_ALONE(UnpatchedExperiment.untouched()),
    UNPATCHED_AMONG_PATCHED(UnpatchedExperiment.patchingBetween());

    static final List<Experiments> STREAMS =
            List.of(WRITE_1, WRITE_1000, READ_1, READ_1000, READ_AND_CALL_1, READ_AND_CALL_1000);

    private final Experiment experiment;

    Experiments(Experiment experiment) {
        this.experiment = experiment;
    }

    Experiment experiment() {
        return experiment;
    }
}
