package demo;

import java.io.IOException;

/** A writes two turkeys, one of them patched; B, C and D read them. */
final class FourJvms {
    private static final String FILE = "turkeys.bin";
    private static final String SENDER = "sender.PatchTurkey";
    private static final String RECEIVER = "farm.ReadTurkeys";

    private FourJvms() {}

    static void run() throws IOException, InterruptedException {
        Page.heading("2. Separate JVMs: A patches one of two turkeys and writes both");
        Page.code(Source.lines(SENDER, "Patch.on"));
        Jvm.withAgent(Jars.FARM, Jars.SENDER).run(SENDER, FILE).prints("t.hi() = SQUAWK, u.hi() = hello");
        receiverWithTrust();
        receiverWithoutAgent();
        receiverWithoutTrust();
    }

    private static void receiverWithTrust() throws IOException, InterruptedException {
        Page.remark("B has Turkey, but not the class that wrote the lambda. It trusts every sender.");
        Jvm.withTrustInAll(Jars.FARM)
                .run(RECEIVER, FILE, SENDER)
                .prints("java.lang.ClassNotFoundException: " + SENDER, "SQUAWK", "hello");
    }

    private static void receiverWithoutAgent() throws IOException, InterruptedException {
        Page.remark("C runs without the agent. It reads the same stream, and gets two ordinary turkeys.");
        Jvm.plain(Jars.FARM).run(RECEIVER, FILE).prints("hello", "hello");
    }

    private static void receiverWithoutTrust() throws IOException, InterruptedException {
        Page.remark("D has the agent as it comes: it runs no code but its own.");
        Jvm.withAgent(Jars.FARM)
                .run(RECEIVER, FILE)
                .fails(
                        "Exception in thread \"main\" dev.instancepatch.RefusedPatchException: [code-not-trusted]"
                                + " Refused bundle sha256:* (" + SENDER + ", 1 class) for farm.Turkey.hi;"
                                + " nothing was defined or run.",
                        "  This JVM trusts: local code only.",
                        "  To accept code from this sender, start with trust=*");
    }
}
