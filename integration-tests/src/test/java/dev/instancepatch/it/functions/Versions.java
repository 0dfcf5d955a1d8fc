package dev.instancepatch.it.functions;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Versions of one class, {@code acme.Writer}, whose method {@code functions} gives functions by name. */
final class Versions {
    private Versions() {}

    /** Returns a source below {@code resources/versions}. */
    static String source(String name) {
        try (InputStream in = Versions.class.getResourceAsStream("/versions/" + name + ".java")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path compile(String text) {
        return Sources.of("acme.Writer", text).compile(Trip.shared());
    }

    private static ForkedJvm sender() {
        return ForkedJvm.withAgent()
                .classPath(Fixtures.compile("functions-writing", Trip.shared(), Journey.harness()))
                .classPath(Trip.shared(), Journey.harness());
    }

    /** Writes a version's functions, and prints the identity of each. */
    static FinishedJvm send(Path version, Trip to) {
        return sender().classPath(version).run("writing.Out", to.folder()).expectSuccess();
    }

    /** Prints the identity of each function, by number of the version. */
    static FinishedJvm identities(Path... versions) {
        return sender().run("writing.Editions", (Object[]) versions).expectSuccess();
    }

    /** Writes streams with the functions of two versions each. */
    static FinishedJvm send(Path one, Path two, Trip to) {
        return sender().run("writing.OfTwoLoaders", to.folder(), one, two).expectSuccess();
    }
}
