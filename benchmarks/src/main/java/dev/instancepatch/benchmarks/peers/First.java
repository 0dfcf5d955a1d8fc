package dev.instancepatch.benchmarks.peers;

import dev.instancepatch.benchmarks.harness.Measured;
import java.util.List;

/** What is done once with each of many: the JVM's very first is another matter. */
public final class First {
    /** The name of the figure that says what the JVM's very first took. */
    public static final String VERY_FIRST = "the JVM's very first";

    /** The name of the others. */
    public static final String OTHERS = "others, another function each";

    private First() {}

    static Measured veryFirst(String group, List<Double> nanos) {
        return new Measured(group, VERY_FIRST, new double[] {nanos.get(0)});
    }

    static Measured others(String group, List<Double> nanos) {
        return new Measured(
                group,
                OTHERS,
                nanos.stream().skip(1).mapToDouble(Double::doubleValue).toArray());
    }
}
