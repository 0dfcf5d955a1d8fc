package dev.instancepatch.benchmarks.memory;

import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import dev.instancepatch.Trust;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Heap and metaspace per function of different code: what the JVM takes for the lambda itself, what patching with it adds, and what
 * a received one takes; and what is left of all that when nobody holds it any more.
 */
public final class FunctionExperiment implements Experiment {
    private static final int FUNCTIONS = 1_000;
    private static final Logger AUDIT = Logger.getLogger("dev.instancepatch.audit"); // held, so that its level stays

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        AUDIT.setLevel(Level.OFF);
        Trust.all().install();
        List<Turkey> warm = new ArrayList<>();
        for (byte[] stream : Functions.write(FUNCTIONS + 100)) {
            warm.add(
                    Functions.read(stream)); // all that is loaded and linked once, and the verdicts that are remembered
        }
        Functions.call(warm);
        warm.clear();
        local(new Group("a function written here", results));
        received(new Group("a function received, of code that is not here", results));
    }

    private static void local(Group group) throws Exception {
        Used before = Used.now();
        List<Replacement0<Turkey, String>> functions = Functions.make(FUNCTIONS);
        Used made = Used.now();
        group.say("the lambda and the class that wrote it, without us", before, made);
        List<Turkey> turkeys = new ArrayList<>();
        for (Replacement0<Turkey, String> function : functions) {
            Turkey turkey = new Turkey();
            Patch.on(turkey).method("hi", function);
            turkeys.add(turkey);
        }
        Functions.call(turkeys);
        group.say("its object and patch, called", made, Used.now());
        turkeys.clear();
        functions.clear();
        group.say("left when both are gone", before, Used.now());
    }

    private static void received(Group group) throws Exception {
        List<byte[]> streams = Functions.write(FUNCTIONS);
        Used before = Used.now();
        List<Turkey> turkeys = new ArrayList<>();
        for (byte[] stream : streams) {
            turkeys.add(Functions.read(stream));
        }
        Used read = Used.now();
        group.say("its object and patch, read", before, read);
        Functions.call(turkeys);
        group.say("its object and patch, read and called", before, Used.now());
        turkeys.clear();
        group.say("left when both are gone", before, Used.now());
    }

    private record Group(String name, Consumer<Measured> results) {
        void say(String what, Used before, Used after) {
            results.accept(new Measured(name, what, new double[] {
                after.heapSince(before, FUNCTIONS), after.metaspaceSince(before, FUNCTIONS)
            }));
        }
    }
}
