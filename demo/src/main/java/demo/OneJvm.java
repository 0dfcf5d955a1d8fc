package demo;

import java.io.IOException;

/** The article as it was written: out through a stream and back in, in one JVM. */
final class OneJvm {
    /** What the patched turkey may take at most, its class's description and the code included. */
    private static final int MOST_BYTES = 1_200;

    private OneJvm() {}

    static void run() throws IOException, InterruptedException {
        Page.heading("1. One JVM: of two turkeys one is patched, goes out through a stream and comes back in");
        Page.code(Source.lines("sender.Article", "Patch.on", "writeObject", "readObject"));
        Ended article = Jvm.withAgent(Jars.FARM, Jars.SENDER).run("sender.Article");
        article.prints("t.hi() = SQUAWK, u.hi() = hello", "* bytes", "t2 != t = true, t2.hi() = SQUAWK");
        claimSize(article.output().get(1));
    }

    private static void claimSize(String line) {
        if (Integer.parseInt(line.replace(" bytes", "")) > MOST_BYTES) {
            throw new WrongFactException("expected: at most " + MOST_BYTES + " bytes", "actual:   " + line);
        }
    }
}
