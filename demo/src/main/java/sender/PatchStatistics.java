package sender;

import dev.instancepatch.Patch;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** Gives one statistic of three another idea of the mean, the midrange, and writes them to a file. */
public final class PatchStatistics {
    private PatchStatistics() {}

    /**
     * Runs it.
     *
     * @param args the file to write
     */
    public static void main(String[] args) throws IOException {
        SummaryStatistics[] statistics =
                Stream.generate(PatchStatistics::ofOneTwoNine).limit(3).toArray(SummaryStatistics[]::new);
        Patch.on(statistics[1]).method("getMean", self -> (self.getMin() + self.getMax()) / 2);
        System.out.println("of 1, 2 and 9:   " + means(statistics));

        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            out.writeObject(statistics);
        }
    }

    private static SummaryStatistics ofOneTwoNine() {
        SummaryStatistics statistics = new SummaryStatistics();
        statistics.addValue(1);
        statistics.addValue(2);
        statistics.addValue(9);
        return statistics;
    }

    private static String means(SummaryStatistics[] statistics) {
        return Arrays.toString(Arrays.stream(statistics)
                .mapToDouble(SummaryStatistics::getMean)
                .toArray());
    }
}
