package dev.instancepatch.benchmarks.report;

import dev.instancepatch.benchmarks.harness.Measured;
import java.util.List;

/** The competitors of a competition against the first of them, of which the second is a copy: the noise floor. */
public final class Comparison {
    private final String title;
    private final List<Measured> competitors;

    /** Makes a comparison. */
    public Comparison(String title, List<Measured> competitors) {
        this.title = title;
        this.competitors = competitors;
    }

    /** Returns one of a competition's group, under its name. */
    public static Comparison of(List<Measured> competitors) {
        return new Comparison(competitors.get(0).group(), competitors);
    }

    /** Adds a table with all competitors. */
    public void table(Page page) {
        page.table(title, "ratio", "quartiles", "ns");
        for (Measured competitor : competitors) {
            page.row(competitor.name(), ratio(competitor), Series.nanos(competitor));
        }
    }

    /**
     * Adds a table that also has what each competitor takes longer than the first, and what it allocates.
     *
     * @param bytes as many as there are competitors, in their order
     */
    public void table(Page page, List<Measured> bytes) {
        page.table(title, "ratio", "quartiles", "ns", "ns more", "bytes");
        for (int i = 0; i < competitors.size(); i++) {
            Measured competitor = competitors.get(i);
            double allocated = Quartiles.of(bytes.get(i).nanos()).median();
            page.row(
                    competitor.name(),
                    ratio(competitor),
                    Series.nanos(competitor),
                    Series.differences(competitor, competitors.get(0)),
                    allocated);
        }
    }

    /** Adds a group of bars: one for each competitor but the first, unless its ratio is too high for this plot. */
    public void bars(BarPlot plot, double highest) {
        plot.group(title, ratio(competitors.get(1)));
        for (Measured competitor : competitors.subList(1, competitors.size())) {
            Quartiles ratio = ratio(competitor);
            if (ratio.median() <= highest) {
                plot.bar(competitor.name(), ratio);
            }
        }
    }

    /** Returns true if some competitor's ratio is higher. */
    public boolean goesBeyond(double highest) {
        return competitors.stream().anyMatch(c -> ratio(c).median() > highest);
    }

    private Quartiles ratio(Measured competitor) {
        return Series.ratios(competitor, competitors.get(0));
    }
}
