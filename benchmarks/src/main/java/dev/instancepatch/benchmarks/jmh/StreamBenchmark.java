package dev.instancepatch.benchmarks.jmh;

import dev.instancepatch.benchmarks.streams.Patched;
import dev.instancepatch.benchmarks.streams.Reading;
import dev.instancepatch.benchmarks.streams.ReadingAndCalling;
import dev.instancepatch.benchmarks.streams.Writing;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Birds in object streams. Each case has JVMs of its own; run it where the repository's root is. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsPrepend = "-javaagent:agent/target/instance-patch-agent.jar")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields
public class StreamBenchmark {
    /** How they are patched. */
    @Param
    public Patched patched;

    /** How many in one stream. */
    @Param({"1", "1000"})
    public int birds;

    private Writing writing;
    private Reading reading;
    private ReadingAndCalling readingAndCalling;

    /** Patches the birds. */
    @Setup
    public void patch() throws Exception {
        writing = new Writing(patched, birds);
        reading = new Reading(patched, birds);
        readingAndCalling = new ReadingAndCalling(patched, birds);
    }

    /** Writes them. */
    @Benchmark
    public Object write() throws Exception {
        return writing.call();
    }

    /** Reads them. */
    @Benchmark
    public Object read() throws Exception {
        return reading.call();
    }

    /** Reads them and calls each. */
    @Benchmark
    public Object readAndCall() throws Exception {
        return readingAndCalling.call();
    }
}
