package dev.instancepatch.it.trust.attacks;

import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.Jars;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.commons.collections.functors.InvokerTransformer;

/** The class path entries of senders, attackers and receivers. */
final class Programs {
    private Programs() {}

    /** Returns what all of them have. */
    static Path zoo() {
        return Fixtures.compile("attacks-zoo");
    }

    static Path desk() {
        return Fixtures.compile("attacks-desk", zoo(), Fixtures.compile("attacks-watch"));
    }

    static Path honest() {
        return Fixtures.compile("attacks-honest", zoo());
    }

    static Path impostor() {
        return Fixtures.compile("attacks-impostor", zoo());
    }

    static Path evil() {
        return Fixtures.compile("attacks-evil", zoo());
    }

    static Path forge() {
        return Fixtures.compile("attacks-forge", zoo(), library());
    }

    /** Returns a library whose classes do whatever a stream says while they are read. */
    static Path library() {
        return Jars.of(InvokerTransformer.class);
    }

    /** Returns the argument of a JVM that lets somebody see which received classes are defined. */
    static synchronized String watch() {
        Path classes = Fixtures.compile("attacks-watch");
        Path jar = classes.resolveSibling("attacks-watch.jar");
        if (!Files.exists(jar)) {
            writeJar(classes, jar);
        }
        return "-javaagent:" + jar;
    }

    private static void writeJar(Path classes, Path jar) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", "watch.Watch");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new ZipEntry("watch/Watch.class"));
            Files.copy(classes.resolve("watch").resolve("Watch.class"), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
