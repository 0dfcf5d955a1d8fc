package dev.instancepatch.agent.cli;

import dev.instancepatch.trust.SigningKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the two keys of a sender, and says what to do with them. */
@Command(
        name = "keygen",
        description = "Makes a key that a sender signs with, and the one that receivers trust.",
        mixinStandardHelpOptions = true)
final class Keygen implements Runnable {
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9._-]*";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Where the keys are written; it is made if it is not there.")
    private Path folder;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "sender",
            description = "What the files are called: NAME.key and NAME.pub. Default: ${DEFAULT-VALUE}")
    private String name;

    @Override
    public void run() {
        if (!name.matches(NAME)) {
            throw new ParameterException(
                    spec.commandLine(), "A name has letters, digits and . _ - and does not begin with . or -");
        }
        KeyPairFiles made = KeyPairFiles.make(folder, name);
        String id = SigningKey.read(made.privateKey()).id(); // as the agent will read it
        PrintWriter out = spec.commandLine().getOut();
        out.println("Made the key " + id + ":");
        out.println("  " + made.privateKey() + "  for the sender, and nobody else");
        out.println("  " + made.publicKey() + "  for receivers");
        out.println("The sender's JVM:  -javaagent:" + Main.JAR + "=sign=" + made.privateKey());
        out.println("A receiver's JVM:  -javaagent:" + Main.JAR + "=trust=" + made.publicKey());
        out.flush();
    }
}
