package dev.instancepatch.benchmarks.peers;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Competition;
import dev.instancepatch.benchmarks.harness.Competitor;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.harness.Work;
import dev.instancepatch.benchmarks.streams.AuditLog;
import dev.instancepatch.benchmarks.streams.Birds;
import dev.instancepatch.benchmarks.streams.Patched;
import dev.instancepatch.benchmarks.streams.Reading;
import dev.instancepatch.benchmarks.streams.Writing;
import java.util.List;
import java.util.function.Consumer;

/** Unpatched birds through Kryo and through object streams, and patched ones beside them: Kryo knows of no patches. */
public final class PeerExperiment implements Experiment {
    private static final int MANY = 1_000;

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        AuditLog.mute();
        for (int count : List.of(1, MANY)) {
            Object birds = Birds.make(Patched.UNPATCHED, count);
            KryoBirds writer = new KryoBirds();
            KryoBirds reader = new KryoBirds();
            byte[] bytes = writer.write(birds);
            check(reader.read(bytes));
            run("write", count, budget, Work.repeating(() -> writer.write(birds)), results);
            run("read", count, budget, Work.repeating(() -> reader.read(bytes)), results);
        }
    }

    private static void run(String act, int count, Budget budget, Work kryo, Consumer<Measured> results)
            throws Exception {
        boolean write = act.equals("write");
        List<Competitor> competitors = List.of(
                competitor(write, Patched.UNPATCHED, count),
                competitor(write, Patched.UNPATCHED_AGAIN, count),
                new Competitor("unpatched, Kryo", kryo),
                competitor(write, Patched.BY_VALUE, count));
        String group = act + ", " + count + (count == 1 ? " object" : " objects");
        new Competition(budget, competitors).run(group).forEach(results);
    }

    private static Competitor competitor(boolean write, Patched patched, int count) throws Exception {
        return new Competitor(
                patched.title() + ", object stream",
                Work.repeating(write ? new Writing(patched, count) : new Reading(patched, count)));
    }

    private static void check(Object birds) {
        String said = Birds.call(birds);
        if (!said.equals("hello")) {
            throw new IllegalStateException("it says " + said);
        }
    }
}
