package lab;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** Reads statistics, asks for their means, adds a value, and asks again. */
public final class ReadStatistics {
    private ReadStatistics() {}

    /**
     * Runs it.
     *
     * @param args the file to read; then a class to look for first
     */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        lookFor(args[1]);
        SummaryStatistics[] statistics = read(Path.of(args[0]));
        System.out.println("as received:     " + means(statistics));
        for (SummaryStatistics each : statistics) {
            each.addValue(20);
        }
        System.out.println("after adding 20: " + means(statistics));
    }

    private static void lookFor(String name) {
        try {
            System.out.println("found " + Class.forName(name));
        } catch (ClassNotFoundException absent) {
            System.out.println(absent);
        }
    }

    private static SummaryStatistics[] read(Path file) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return (SummaryStatistics[]) in.readObject();
        }
    }

    private static String means(SummaryStatistics[] statistics) {
        return Arrays.toString(Arrays.stream(statistics)
                .mapToDouble(SummaryStatistics::getMean)
                .toArray());
    }
}
