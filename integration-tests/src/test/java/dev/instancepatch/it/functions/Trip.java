package dev.instancepatch.it.functions;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Path;

/** From the JVM that wrote functions to others: all have the classes whose objects are patched, and only the first the sender's. */
final class Trip {
    private final Path folder;

    private Trip(Path folder) {
        this.folder = folder;
    }

    static Path shared() {
        return Fixtures.compile("functions-shared");
    }

    static Path sender() {
        return Fixtures.compile("functions-sender", shared(), Journey.harness());
    }

    static Path receiver() {
        return Fixtures.compile("functions-receiver", shared(), Journey.harness());
    }

    /** Returns a place for streams. */
    static Trip begin() {
        return new Trip(Journey.begin().folder());
    }

    /** Returns a JVM that has the sender's classes. */
    static ForkedJvm home(String options) {
        return ForkedJvm.withAgent(options).classPath(sender(), shared(), Journey.harness());
    }

    /** Returns a JVM that lacks the sender's classes. */
    static ForkedJvm abroad(String options) {
        return ForkedJvm.withAgent(options).classPath(receiver(), shared(), Journey.harness());
    }

    /** Reads all streams in a JVM that lacks the sender's classes, and writes the objects again without a call of any. */
    Trip forward() {
        Trip next = begin();
        ForkedJvm.withAgent("trust=all")
                .classPath(shared(), Journey.harness())
                .run("harness.Forward", folder, next.folder)
                .expectSuccess();
        return next;
    }

    Path folder() {
        return folder;
    }

    FinishedJvm run(ForkedJvm jvm, String program) {
        return jvm.run(program, folder).expectSuccess();
    }
}
