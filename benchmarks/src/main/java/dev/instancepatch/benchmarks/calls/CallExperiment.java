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
    /** What the agent has to be told. */
    public static final String AGENT_OPTIONS = "exclude=" + Contestant.EXCLUDED_FROM_WEAVING;

    /**
     * What the JVM has to be told: each loop is compiled alone. Inlined into the loop around it, at the JIT's whim, the same plain code
     * took half as long again in one copy as in the next, and an unpatched object three times as long.
     */
    public static final List<String> JVM_OPTIONS =
            List.of("-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,*Loops.loop");

    /** How names of groups end whose figures are bytes, allocated by one call. */
    public static final String BYTES = ", bytes";

    private static final int SEVERAL = 8;

    private final String title;
    private final Called called;
    private final List<Contestant> contestants;
    private final Hatching hatching;

    /** How a contestant gets its birds. */
    @FunctionalInterface
    private interface Hatching {
        Work of(Contestant contestant, Called called);
    }

    private CallExperiment(String title, Called called, List<Contestant> contestants, Hatching hatching) {
        this.title = title;
        this.called = called;
        this.contestants = contestants.stream().filter(c -> c.canDo(called)).toList();
        this.hatching = hatching;
    }

    private static Experiment ofOne(String title, Called called, List<Contestant> contestants) {
        return new CallExperiment(title, called, contestants, (c, method) -> c.calling(method, 1));
    }

    /** Returns an experiment with one object, which stands in a field, and all contestants. */
    public static Experiment full(Called called) {
        return ofOne(called.title(), called, Contestant.AND_SLOW);
    }

    /** Returns one without those who take a hundred times as long. */
    public static Experiment essential(Called called) {
        return ofOne(called.title(), called, Contestant.ESSENTIAL);
    }

    /** Returns one with those only who have not replaced anything. */
    public static Experiment untouched(Called called) {
        return ofOne(called.title(), called, Contestant.UNTOUCHED);
    }

    /** Returns one with those who call the class's own body after all. */
    public static Experiment originals(Called called) {
        return ofOne("original: " + called.title(), called, Contestant.ORIGINALS);
    }

    /** Returns one with eight objects of a class in an array. */
    public static Experiment ofSeveral(Called called) {
        String title = called.title() + ", " + SEVERAL + " objects in turn";
        return new CallExperiment(title, called, Contestant.ESSENTIAL, (c, method) -> c.calling(method, SEVERAL));
    }

    /** Returns one with eight objects in an array, each of a class of its own. */
    public static Experiment ofClasses() {
        String title = Called.INTERFACE.title() + ", " + SEVERAL + " classes in turn";
        return new CallExperiment(
                title, Called.INTERFACE, Contestant.ESSENTIAL, (c, method) -> c.callingClasses(method, SEVERAL));
    }

    /** Returns one with so many objects of a class, each with a function of another class; at most eight. */
    public static Experiment ofFunctions(int functions) {
        String title = functions + " different functions at one call site, against hook fields";
        return new CallExperiment(
                title, Called.GETTER, Contestant.DIFFERENT, (c, method) -> c.calling(method, functions));
    }

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        List<Competitor> competitors = new ArrayList<>();
        for (Contestant contestant : contestants) {
            Work work = hatching.of(contestant, called);
            contestant.check(called, work);
            competitors.add(new Competitor(contestant.title(), work));
        }
        new Competition(budget, competitors).run(title).forEach(results);
        for (int i = 0; i < contestants.size(); i++) {
            contestants.get(i).check(called, competitors.get(i).work());
        }
        for (Competitor competitor : competitors) {
            results.accept(
                    new Measured(title + BYTES, competitor.name(), new double[] {Allocated.byCall(competitor.work())}));
        }
    }
}
