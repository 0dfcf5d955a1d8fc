package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Agents that are not ours, and JVMs that have both. */
final class OtherAgents {
    private OtherAgents() {}

    /** Where our agent stands on the command line: what comes first transforms first. */
    enum Order {
        OURS_FIRST {
            @Override
            ForkedJvm with(String other) {
                return ForkedJvm.withAgent().jvmArgument(other);
            }
        },
        OURS_LAST {
            @Override
            ForkedJvm with(String other) {
                return ForkedJvm.plain().jvmArgument(other).jvmArgument("-javaagent:" + Jars.agent());
            }
        };

        /** Returns a JVM with both agents. */
        abstract ForkedJvm with(String other);
    }

    /** Returns the argument that starts an agent which the build fetched. */
    static String fetched(String jar) {
        Path path = Path.of(System.getProperty("other-agents.dir"), jar);
        assertTrue(Files.isRegularFile(path), path + " is missing: build with mvn verify");
        return "-javaagent:" + path;
    }

    /** Returns the argument that starts the agent of the fixture "second-agent". */
    static synchronized String second() {
        Path classes = Fixtures.compile("second-agent");
        Path jar = classes.resolveSibling("second-agent.jar");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", "secondagent.SecondAgent");
        main.putValue("Can-Redefine-Classes", "true");
        main.putValue("Can-Retransform-Classes", "true");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Path file : files(classes)) {
                entries.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "-javaagent:" + jar;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
