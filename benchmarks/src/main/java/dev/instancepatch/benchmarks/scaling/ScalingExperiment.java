package dev.instancepatch.benchmarks.scaling;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Competition;
import dev.instancepatch.benchmarks.harness.Competitor;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.streams.AuditLog;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One thread against two, four, and as many as there are cores, in turns: each of them does what one does, so that it takes as
 * long if nothing is in the way. The second single one is the noise floor.
 */
public final class ScalingExperiment implements Experiment {
    private final Load load;

    /** Makes an experiment. */
    public ScalingExperiment(Load load) {
        this.load = load;
    }

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        AuditLog.mute();
        List<AtOnce> crews = new ArrayList<>();
        List<Competitor> competitors = new ArrayList<>();
        try {
            for (int threads : counts()) {
                AtOnce crew = new AtOnce(load.works(threads));
                crews.add(crew);
                competitors.add(new Competitor(String.valueOf(threads), crew));
            }
            new Competition(budget, competitors).run(load.title()).forEach(results);
        } finally {
            crews.forEach(AtOnce::close);
        }
    }

    private static List<Integer> counts() {
        int cores = Runtime.getRuntime().availableProcessors();
        TreeSet<Integer> counts = new TreeSet<>(List.of(cores));
        for (int threads = 2; threads < cores; threads *= 2) {
            counts.add(threads);
        }
        List<Integer> all = new ArrayList<>(List.of(1));
        all.add(1); // again
        counts.remove(1);
        all.addAll(counts);
        return all;
    }
}
