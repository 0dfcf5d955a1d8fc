package dev.instancepatch.agent.cli;

import dev.instancepatch.PatchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** Where {@code java -jar} enters. Ends with status 0, 1 for a refusal, 2 for a command that is not understood. */
@Command(
        name = Main.NAME,
        description = "Keys for Instance Patch. As an agent: java -javaagent:" + Main.JAR + " ...",
        subcommands = {Keygen.class, Keys.class},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main {
    static final String JAR = "instance-patch-agent.jar";
    static final String NAME = "java -jar " + JAR;

    private static final int REFUSED = 1;

    private Main() {}

    /** Runs one command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::tell)
                .execute(arguments));
    }

    /** A refusal says all there is to say; anything else is for whoever mends it. */
    private static int tell(Exception exception, CommandLine command, ParseResult parsed) throws Exception {
        if (!(exception instanceof PatchException)) {
            throw exception;
        }
        command.getErr().println(exception.getMessage());
        return REFUSED;
    }

    /** Reads the version from the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Instance Patch " + Main.class.getPackage().getImplementationVersion()};
        }
    }
}
