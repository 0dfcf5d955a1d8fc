package dev.instancepatch.it.functions;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import java.util.stream.Stream;

/** The cases of the fixture {@code functions-sender}, written once for all tests. */
final class Sent {
    private static final Sent ALL = new Sent();

    private final Trip trip = Trip.begin();
    private final FinishedJvm jvm;
    private final Trip forwarded;

    private Sent() {
        jvm = trip.run(home(), "sender.Main");
        forwarded = trip.forward();
    }

    /** Returns the JVM that writes them: a property of its own tells it from others. */
    static ForkedJvm home() {
        return Trip.home("trust=local").jvmArgument("-Dfunctions.city=Oslo");
    }

    /** Returns where the streams are. */
    static Trip trip() {
        return ALL.trip;
    }

    /** Returns where the streams are that a JVM in the middle wrote, which lacks the sender's classes and called nothing. */
    static Trip forwarded() {
        return ALL.forwarded;
    }

    /** Returns the names of the cases that were written. */
    static Stream<String> names() {
        return ALL.jvm
                .out()
                .lines()
                .map(line -> line.split(": ", 2))
                .filter(fact -> fact[1].matches("\\d+"))
                .map(fact -> fact[0]);
    }

    /** Returns how many bytes a case took, or why it was refused. */
    static String fact(String name) {
        return ALL.jvm.fact(name);
    }
}
