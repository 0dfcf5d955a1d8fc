package dev.instancepatch.it.trust;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The machine's openssl, which reads and writes the same files and knows nothing of us. */
final class OpenSsl {
    private OpenSsl() {}

    /** Skips the test that asks where there is none. */
    static void assumeThere() {
        boolean there;
        try {
            there = start("version").waitFor() == 0;
        } catch (IOException e) {
            there = false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assumeTrue(there, "no openssl on this machine");
    }

    /** Runs a command and returns what it printed; fails if it fails. */
    static String run(Object... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("openssl " + Arrays.toString(arguments) + ": " + said);
        }
        return said;
    }

    private static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return process;
    }
}
