package dev.instancepatch.benchmarks.calls;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Competition;
import dev.instancepatch.benchmarks.harness.Competitor;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.harness.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A method of some objects, called in a loop. What the calls return is checked before it counts, and when all is over. */
public final class CallExperiment implements Experiment {
    private static final int SEVERAL = 8;

    private final Called called;
    private final int birds;
    private final List<Contestant> contestants;

    private CallExperiment(Called called, int birds, List<Contestant> contestants) {
        this.called = called;
        this.birds = birds;
        this.contestants = contestants.stream().filter(c -> c.canDo(called)).toList();
    }

    /** Returns an experiment with one object, which stands in a field, and all contestants. */
    public static Experiment ofOne(Called called) {
        return new CallExperiment(called, 1, Contestant.ALL);
    }

    /** Returns one without those who take a hundred times as long. */
    public static Experiment essential(Called called) {
        return new CallExperiment(called, 1, Contestant.ESSENTIAL);
    }

    /** Returns one with eight objects of a class in an array, without those who take a hundred times as long. */
    public static Experiment ofSeveral(Called called) {
        return new CallExperiment(called, SEVERAL, Contestant.ESSENTIAL);
    }

    /** Returns one with those only who have not replaced anything. */
    public static Experiment untouched(Called called) {
        return new CallExperiment(called, 1, Contestant.UNTOUCHED);
    }

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        List<Competitor> competitors = new ArrayList<>();
        for (Contestant contestant : contestants) {
            Work work = contestant.calling(called, birds);
            competitors.add(new Competitor(contestant.title(), work));
        }
        String group = called.title() + (birds == 1 ? "" : ", " + birds + " objects");
        new Competition(budget, competitors).run(group).forEach(results);
        for (int i = 0; i < contestants.size(); i++) {
            contestants.get(i).check(called, competitors.get(i).work());
        }
    }
}
