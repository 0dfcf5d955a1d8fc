package dev.instancepatch.it.travel;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * From one JVM to the next: each has the farm, whose objects are patched, and only the first has the classes that wrote the
 * patches.
 */
public final class Journey {
    private final Path folder;

    private Journey(Path folder) {
        this.folder = folder;
    }

    public static Path harness() {
        return Fixtures.compile("harness");
    }

    public static Path farm() {
        return Fixtures.compile("farm");
    }

    public static Path senders() {
        return Fixtures.compile("senders", farm(), harness());
    }

    public static Path receivers() {
        return Fixtures.compile("receivers", farm(), harness());
    }

    /** Returns an empty folder for streams, gone when the tests end. */
    public static Journey begin() {
        try {
            return new Journey(Files.createDirectories(
                    Files.createTempDirectory(Files.createDirectories(Path.of("target", "journeys")), "streams")
                            .toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program that patches objects and writes them; it prints what each took, or why it was refused. */
    public FinishedJvm send(String program) {
        return ForkedJvm.withAgent()
                .classPath(senders(), farm(), harness())
                .run(program, folder)
                .expectSuccess();
    }

    /** Runs a program that reads objects and prints what they say, in a JVM that trusts all. */
    public FinishedJvm receive(String program) {
        return receiver("trust=all").run(program, folder).expectSuccess();
    }

    /** Returns a JVM with the agent's defaults that lacks the senders' classes. */
    public static ForkedJvm receiver() {
        return ForkedJvm.withAgent().classPath(receivers(), farm(), harness());
    }

    /** Returns a JVM that lacks the senders' classes. */
    public static ForkedJvm receiver(String options) {
        return ForkedJvm.withAgent(options).classPath(receivers(), farm(), harness());
    }

    /** Returns a JVM without the agent that lacks the senders' classes. */
    public static ForkedJvm plainReceiver() {
        return ForkedJvm.plain().classPath(receivers(), farm(), harness());
    }

    /** Reads all streams in a JVM in the middle and writes the objects again, without a call of any. */
    public Journey forward() {
        Journey next = begin();
        ForkedJvm.withAgent("trust=all")
                .classPath(farm(), harness())
                .run("harness.Forward", folder, next.folder)
                .expectSuccess();
        return next;
    }

    /** Runs a receiving program in a JVM in the middle and writes the objects again afterwards. */
    public Journey forwardAfter(String program) {
        Journey next = begin();
        receiver("trust=all").run(program, folder, next.folder).expectSuccess();
        return next;
    }

    public Path folder() {
        return folder;
    }
}
