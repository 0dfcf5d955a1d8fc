package dev.instancepatch.agent.cli;

import dev.instancepatch.trust.KeyRing;
import dev.instancepatch.trust.TrustedKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a key ring as the agent reads it. */
@Command(
        name = "keys",
        description = "Shows the keys that trust=PATH would trust, and for what.",
        mixinStandardHelpOptions = true)
final class Keys implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "A file of public keys, or a folder of such files.")
    private Path path;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (TrustedKey key : KeyRing.read(path).keys()) {
            out.println(key.id() + "  " + targets(key) + ", " + expiry(key)
                    + (key.allowsSerializationMethods() ? ", serialization-methods allowed" : ""));
        }
        out.flush();
    }

    private static String targets(TrustedKey key) {
        return key.targets().isEmpty() ? "all classes" : String.join(":", key.targets());
    }

    private static String expiry(TrustedKey key) {
        Instant expires = key.expires();
        if (expires == null) {
            return "never expires";
        }
        return (expires.isAfter(Instant.now()) ? "expires " : "expired ") + expires;
    }
}
