package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.calls.CallExperiment;
import dev.instancepatch.benchmarks.calls.Called;
import dev.instancepatch.benchmarks.calls.JdkExperiment;
import dev.instancepatch.benchmarks.growth.Crowd;
import dev.instancepatch.benchmarks.growth.GrowthExperiment;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.memory.FunctionExperiment;
import dev.instancepatch.benchmarks.memory.LayoutExperiment;
import dev.instancepatch.benchmarks.memory.PatchedExperiment;
import dev.instancepatch.benchmarks.memory.ScanExperiment;
import dev.instancepatch.benchmarks.peers.FirstReadExperiment;
import dev.instancepatch.benchmarks.peers.FirstWriteExperiment;
import dev.instancepatch.benchmarks.peers.PeerExperiment;
import dev.instancepatch.benchmarks.scaling.ContentionExperiment;
import dev.instancepatch.benchmarks.scaling.Load;
import dev.instancepatch.benchmarks.scaling.Others;
import dev.instancepatch.benchmarks.scaling.OthersExperiment;
import dev.instancepatch.benchmarks.scaling.ScalingExperiment;
import dev.instancepatch.benchmarks.startup.LoadingExperiment;
import dev.instancepatch.benchmarks.streams.StreamExperiment;
import dev.instancepatch.benchmarks.streams.StreamExperiment.Act;
import dev.instancepatch.benchmarks.streams.UnpatchedExperiment;
import dev.instancepatch.benchmarks.weaving.FirstPatchExperiment;
import dev.instancepatch.benchmarks.weaving.HotLoopExperiment;
import dev.instancepatch.benchmarks.weaving.HundredClassesExperiment;
import dev.instancepatch.benchmarks.weaving.PauseExperiment;
import dev.instancepatch.benchmarks.weaving.Population;
import java.util.List;

/** All that a JVM can be started to measure, by name. */
public enum Experiments {
    WRITE_1(new StreamExperiment(Act.WRITE, 1)),
    WRITE_1000(new StreamExperiment(Act.WRITE, 1_000)),
    READ_1(new StreamExperiment(Act.READ, 1)),
    READ_1000(new StreamExperiment(Act.READ, 1_000)),
    READ_AND_CALL_1(new StreamExperiment(Act.READ_AND_CALL, 1)),
    READ_AND_CALL_1000(new StreamExperiment(Act.READ_AND_CALL, 1_000)),
    UNPATCHED_ALONE(UnpatchedExperiment.untouched()),
    UNPATCHED_AMONG_PATCHED(UnpatchedExperiment.patchingBetween()),
    CALL_GETTER(CallExperiment.full(Called.GETTER)),
    CALL_TWO_ARGUMENTS(CallExperiment.full(Called.TWO_ARGUMENTS)),
    CALL_HALF_NANOSECOND(CallExperiment.essential(Called.HALF_NANOSECOND)),
    CALL_COLD(CallExperiment.essential(Called.COLD)),
    CALL_INTERFACE(CallExperiment.full(Called.INTERFACE)),
    CALL_GETTERS(CallExperiment.ofSeveral(Called.GETTER)),
    CALL_INTERFACES(CallExperiment.ofSeveral(Called.INTERFACE)),
    CALL_CLASSES(CallExperiment.ofClasses()),
    CALL_4_FUNCTIONS(CallExperiment.ofFunctions(4)),
    CALL_8_FUNCTIONS(CallExperiment.ofFunctions(8)),
    ORIGINAL_GETTER(CallExperiment.originals(Called.GETTER)),
    ORIGINAL_TWO_ARGUMENTS(CallExperiment.originals(Called.TWO_ARGUMENTS)),
    CALL_JDK_OBJECTS(new JdkExperiment()),
    UNTOUCHED_GETTER(CallExperiment.untouched(Called.GETTER)),
    UNTOUCHED_TWO_ARGUMENTS(CallExperiment.untouched(Called.TWO_ARGUMENTS)),
    UNTOUCHED_COLD(CallExperiment.untouched(Called.COLD)),
    UNTOUCHED_INTERFACE(CallExperiment.untouched(Called.INTERFACE)),
    FIRST_PATCH(new FirstPatchExperiment(false)),
    FIRST_PATCH_PREPARED(new FirstPatchExperiment(true)),
    HUNDRED_CLASSES_SMALL(new HundredClassesExperiment(Population.SMALL)),
    HUNDRED_CLASSES_LARGE(new HundredClassesExperiment(Population.LARGE)),
    PAUSE_SMALL(new PauseExperiment(Population.SMALL)),
    PAUSE_LARGE(new PauseExperiment(Population.LARGE)),
    HOT_LOOP_FIRST_PATCH(new HotLoopExperiment()),
    LAYOUTS(new LayoutExperiment()),
    PATCHED_MEMORY(new PatchedExperiment()),
    FUNCTION_MEMORY(new FunctionExperiment()),
    SCAN(new ScanExperiment()),
    LOADING(new LoadingExperiment()),
    GROWTH_UNPATCHED(new GrowthExperiment(Crowd.UNPATCHED)),
    GROWTH_SHARING(new GrowthExperiment(Crowd.SHARING)),
    GROWTH_CLOSURES(new GrowthExperiment(Crowd.CLOSURES)),
    GROWTH_FUNCTIONS(new GrowthExperiment(Crowd.FUNCTIONS)),
    GROWTH_METHODS(new GrowthExperiment(Crowd.METHODS)),
    SCALING_CALL_PLAIN(new ScalingExperiment(Load.CALL_PLAIN)),
    SCALING_CALL_SHARED(new ScalingExperiment(Load.CALL_SHARED)),
    SCALING_CALL_OWN(new ScalingExperiment(Load.CALL_OWN)),
    SCALING_CALL_JDK_SHARED(new ScalingExperiment(Load.CALL_JDK_SHARED)),
    SCALING_CALL_JDK_OWN(new ScalingExperiment(Load.CALL_JDK_OWN)),
    SCALING_ALLOCATE(new ScalingExperiment(Load.ALLOCATE)),
    SCALING_PATCH_ONE_CLASS(new ScalingExperiment(Load.PATCH_ONE_CLASS)),
    SCALING_PATCH_CLASS_EACH(new ScalingExperiment(Load.PATCH_CLASS_EACH)),
    SCALING_PATCH_JDK(new ScalingExperiment(Load.PATCH_JDK)),
    SCALING_WRITE_UNPATCHED(new ScalingExperiment(Load.WRITE_UNPATCHED)),
    SCALING_WRITE(new ScalingExperiment(Load.WRITE)),
    SCALING_READ_UNPATCHED(new ScalingExperiment(Load.READ_UNPATCHED)),
    SCALING_READ(new ScalingExperiment(Load.READ)),
    CONTENTION(new ContentionExperiment()),
    OTHERS_BIRDS(new OthersExperiment(Others.BIRDS)),
    OTHERS_BITS(new OthersExperiment(Others.BITS)),
    PEERS(new PeerExperiment()),
    FIRST_WRITE(new FirstWriteExperiment()),
    FIRST_READ(new FirstReadExperiment());

    static final List<Experiments> HUNDRED_CLASSES = List.of(HUNDRED_CLASSES_SMALL, HUNDRED_CLASSES_LARGE);
    static final List<Experiments> PAUSES = List.of(PAUSE_SMALL, PAUSE_LARGE);

    static final List<Experiments> STREAMS =
            List.of(WRITE_1, WRITE_1000, READ_1, READ_1000, READ_AND_CALL_1, READ_AND_CALL_1000);

    static final List<Experiments> CALLS = List.of(
            CALL_GETTER,
            CALL_TWO_ARGUMENTS,
            CALL_HALF_NANOSECOND,
            CALL_COLD,
            CALL_INTERFACE,
            CALL_GETTERS,
            CALL_INTERFACES,
            CALL_CLASSES,
            CALL_4_FUNCTIONS,
            CALL_8_FUNCTIONS,
            ORIGINAL_GETTER,
            ORIGINAL_TWO_ARGUMENTS);

    static final List<Experiments> CALLS_UNTOUCHED =
            List.of(UNTOUCHED_GETTER, UNTOUCHED_TWO_ARGUMENTS, UNTOUCHED_COLD, UNTOUCHED_INTERFACE);

    private final Experiment experiment;

    Experiments(Experiment experiment) {
        this.experiment = experiment;
    }

    Experiment experiment() {
        return experiment;
    }
}
