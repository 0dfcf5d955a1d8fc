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
        KeyPair.make();
        Page.remark("A signs what it writes.");
        Page.code(Source.lines(SENDER, "Patch.on"));
        Jvm.thatSigns(Jars.FARM, Jars.SENDER).run(SENDER, FILE).prints("t.hi() = SQUAWK, u.hi() = hello");
        receiverWithTrust();
        receiverWithoutAgent();
        receiverWithoutTrust();
    }

    private static void receiverWithTrust() throws IOException, InterruptedException {
        Page.remark(
                "B has Turkey, but not the class that wrote the lambda. It trusts A's key, and logs what it takes.");
        Jvm.thatTrustsTheKey(Jars.FARM)
                .run(RECEIVER, FILE, SENDER)
                .prints(
                        "java.lang.ClassNotFoundException: " + SENDER,
                        "*dev.instancepatch*",
                        "*verdict=accepted basis=key kind=patch target=farm.Turkey.hi code=sha256:* policy=keys key=*",
                        "SQUAWK",
                        "hello");
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
                        "*dev.instancepatch*",
                        "*verdict=refused reason=code-not-trusted kind=patch target=farm.Turkey.hi code=sha256:* policy=local *",
                        "Exception in thread \"main\" dev.instancepatch.RefusedPatchException: [code-not-trusted]"
                                + " Refused bundle sha256:* (" + SENDER + ", 1 class) for farm.Turkey.hi;"
                                + " nothing was defined or run.",
                        "  It is not this JVM's own. This JVM trusts: local code only.",
                        "  To accept code from this sender, start with trust=*");
    }
}
