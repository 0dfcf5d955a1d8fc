package dev.instancepatch.benchmarks.streams;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Competition;
import dev.instancepatch.benchmarks.harness.Competitor;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.harness.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Birds of every kind, so many in one stream, taken through it in turns. */
public final class StreamExperiment implements Experiment {
    /** What is done with a stream. */
    public enum Act {
        /** Write it. */
        WRITE("write"),

        /** Read it. */
        READ("read"),

        /** Read it and call each object once. */
        READ_AND_CALL("read, then call each");

        private final String title;

        Act(String title) {
            this.title = title;
        }

        /** Returns what the report calls it. */
        public String title() {
            return title;
        }

        Callable<?> on(Patched patched, int birds) throws Exception {
            return switch (this) {
                case WRITE -> new Writing(patched, birds);
                case READ -> new Reading(patched, birds);
                case READ_AND_CALL -> new ReadingAndCalling(patched, birds);
            };
        }
    }

    private final Act act;
    private final int birds;

    /** Makes an experiment. */
    public StreamExperiment(Act act, int birds) {
        this.act = act;
        this.birds = birds;
    }

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        List<Competitor> competitors = new ArrayList<>();
        for (Patched patched : Patched.values()) {
            if (birds > 1 || patched != Patched.BY_VALUE_EACH) {
                competitors.add(new Competitor(patched.title(), Work.repeating(act.on(patched, birds))));
            }
        }
        String group = act.title() + ", " + birds + (birds == 1 ? " object" : " objects");
        new Competition(budget, competitors).run(group).forEach(results);
    }
}
