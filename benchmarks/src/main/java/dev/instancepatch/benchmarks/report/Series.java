package dev.instancepatch.benchmarks.report;

import dev.instancepatch.benchmarks.harness.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/** Figures of several launches, put together. */
public final class Series {
    private Series() {}

    /** Repeats a launch, and joins what each competitor took: rounds of one launch after those of another. */
    public static List<Measured> repeated(int launches, Callable<List<Measured>> launch) throws Exception {
        List<Measured> all = launch.call();
        for (int i = 1; i < launches; i++) {
            List<Measured> more = launch.call();
            List<Measured> joined = new ArrayList<>();
            for (int c = 0; c < all.size(); c++) {
                joined.add(join(all.get(c), more.get(c)));
            }
            all = joined;
        }
        return all;
    }

    /** Joins figures of launches of one kind. */
    public static Measured joined(List<Measured> launches) {
        Measured all = launches.get(0);
        for (Measured more : launches.subList(1, launches.size())) {
            all = join(all, more);
        }
        return all;
    }

    private static Measured join(Measured first, Measured second) {
        double[] nanos = DoubleStream.concat(DoubleStream.of(first.nanos()), DoubleStream.of(second.nanos()))
                .toArray();
        return new Measured(first.group(), first.name(), nanos);
    }

    /** Returns the medians that one competitor had, launch by launch. */
    public static Measured ofMedians(List<List<Measured>> launches, int competitor) {
        Measured any = launches.get(0).get(competitor);
        double[] medians = launches.stream()
                .mapToDouble(
                        launch -> Quartiles.of(launch.get(competitor).nanos()).median())
                .toArray();
        return new Measured(any.group(), any.name(), medians);
    }

    /** Returns the ratios to another competitor, each within its round. */
    public static Quartiles ratios(Measured competitor, Measured baseline) {
        return compared(competitor, baseline, (nanos, others) -> nanos / others);
    }

    /** Returns how many nanoseconds more than another competitor it took, each within its round. */
    public static Quartiles differences(Measured competitor, Measured baseline) {
        return compared(competitor, baseline, (nanos, others) -> nanos - others);
    }

    private static Quartiles compared(Measured competitor, Measured baseline, DoubleBinaryOperator operator) {
        double[] compared = new double[competitor.nanos().length];
        for (int i = 0; i < compared.length; i++) {
            compared[i] = operator.applyAsDouble(competitor.nanos()[i], baseline.nanos()[i]);
        }
        return Quartiles.of(compared);
    }

    /** Returns the times themselves. */
    public static Quartiles nanos(Measured competitor) {
        return Quartiles.of(competitor.nanos());
    }
}
