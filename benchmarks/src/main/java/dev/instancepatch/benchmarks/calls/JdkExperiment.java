package dev.instancepatch.benchmarks.calls;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Competition;
import dev.instancepatch.benchmarks.harness.Competitor;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.harness.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Calls of JDK objects: before anything is patched, once more, and after. There is one copy only of the JDK's classes, so that these
 * cannot take turns; the loops have fresh copies each time.
 */
public final class JdkExperiment implements Experiment {
    /** The groups, in their order; the second is the noise floor. */
    public static final List<String> PHASES =
            List.of("nothing is patched", "nothing is patched, once more (noise)", "patched");

    private static final int CHECKED = 10_000;

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        phase(budget, PHASES.get(0), JdkObject::result, results);
        phase(budget, PHASES.get(1), JdkObject::result, results);
        for (JdkObject object : JdkObject.values()) {
            object.patch();
        }
        phase(budget, PHASES.get(2), JdkObject::resultAfter, results);
    }

    private static void phase(Budget budget, String name, ToIntFunction<JdkObject> result, Consumer<Measured> results)
            throws Exception {
        List<Competitor> competitors = new ArrayList<>();
        for (JdkObject object : JdkObject.values()) {
            Copies copies = new Copies(false, Map.of(), JdkExperiment.class.getClassLoader());
            Work work = ((JdkCalls) copies.make("JdkLoops")).calling(object);
            Object sum = work.run(CHECKED);
            if (!Long.valueOf((long) CHECKED * result.applyAsInt(object)).equals(sum)) {
                throw new IllegalStateException(object.title() + ": " + sum);
            }
            competitors.add(new Competitor(object.title(), work));
        }
        new Competition(budget, competitors).run(name).forEach(results);
    }
}
