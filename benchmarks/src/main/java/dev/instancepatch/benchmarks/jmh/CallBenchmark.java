package dev.instancepatch.benchmarks.jmh;

import dev.instancepatch.benchmarks.calls.Called;
import dev.instancepatch.benchmarks.calls.Contestant;
import dev.instancepatch.benchmarks.harness.Work;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Calls of one object. Each case has JVMs of its own; run it where the repository's root is. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsPrepend = "-javaagent:agent/target/instance-patch-agent.jar=exclude=" + Contestant.EXCLUDED_FROM_WEAVING)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields
public class CallBenchmark {
    private static final int CALLS = 1_000;

    /** Whose object it is. */
    @Param({
        "PLAIN",
        "NOTHING_PATCHED",
        "UNPATCHED",
        "PATCHED",
        "OTHER_METHOD",
        "AROUND",
        "INTERCEPT",
        "HOOKED",
        "MOCKITO_STUBBED",
        "GROOVY"
    })
    public Contestant contestant;

    /** What is called. */
    @Param({"GETTER", "TWO_ARGUMENTS"})
    public Called called;

    private Work work;

    /** Patches the object, and checks what it returns. */
    @Setup
    public void patch() throws Exception {
        work = contestant.calling(called, 1);
        contestant.check(called, work);
    }

    /** Calls it. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Object call() throws Exception {
        return work.run(CALLS);
    }
}
