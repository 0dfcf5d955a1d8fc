package demo;

import java.io.IOException;

/** The same with an object of a library that nobody here wrote. */
final class LibraryObject {
    private static final String FILE = "statistics.bin";
    private static final String SENDER = "sender.PatchStatistics";

    private LibraryObject() {}

    static void run() throws IOException, InterruptedException {
        Page.heading("3. A library's object: A patches one SummaryStatistics of three to answer with the midrange");
        Page.code(Source.lines(SENDER, "Patch.on"));
        Jvm.thatSigns(Jars.MATH, Jars.SENDER).run(SENDER, FILE).prints("of 1, 2 and 9:   [4.0, 5.0, 4.0]");

        Page.remark(
                "E has the library, but not the class that wrote the lambda. It adds a value to each of the three.");
        Jvm.thatTrustsTheKey(Jars.MATH, Jars.LAB)
                .run("lab.ReadStatistics", FILE, SENDER)
                .prints(
                        "java.lang.ClassNotFoundException: " + SENDER,
                        "*dev.instancepatch*",
                        "*verdict=accepted basis=key*",
                        "as received:     [4.0, 5.0, 4.0]",
                        "after adding 20: [8.0, 10.5, 8.0]");
    }
}
