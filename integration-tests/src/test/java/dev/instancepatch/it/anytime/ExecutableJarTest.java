package dev.instancepatch.it.anytime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar app.jar}, where the jar's manifest names the agent as its launcher agent. */
class ExecutableJarTest {
    private static final String AGENT = "dev.instancepatch.agent.AgentMain";

    @TempDir
    private Path folder;

    @Test
    void the_agent_is_there_before_main() throws IOException {
        FinishedJvm jvm = runJar(Map.of(
                "Launcher-Agent-Class", AGENT, "Can-Redefine-Classes", "true", "Can-Retransform-Classes", "true"));
        assertEquals("true", jvm.fact("agent before main"));
        assertEquals("SQUAWK, hello", jvm.fact("said"));
        assertEquals("", jvm.err());
    }

    @Test
    void without_it_the_agent_comes_with_the_first_patch() throws IOException {
        FinishedJvm jvm = runJar(Map.of());
        assertEquals("false", jvm.fact("agent before main"));
        assertEquals("SQUAWK, hello", jvm.fact("said"));
    }

    @Test
    void a_manifest_that_does_not_let_the_agent_retransform_is_named_and_the_application_runs() throws IOException {
        FinishedJvm jvm = runJar(Map.of("Launcher-Agent-Class", AGENT));
        assertTrue(jvm.fact("agent before main").matches("true|false"));
        assertTrue(jvm.err().contains("Can-Retransform-Classes: true"), jvm::toString);
    }

    private FinishedJvm runJar(Map<String, String> attributes) throws IOException {
        Path jar = folder.resolve("app.jar");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "anytime.Launched");
        main.put(Attributes.Name.CLASS_PATH, Jars.agent().toUri().toString());
        attributes.forEach(main::putValue);
        Path classes = Fixtures.compile("anytime");
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Path file : files) {
                entries.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
            }
        }
        return ForkedJvm.plain()
                .jvmArgument("-XX:+EnableDynamicAgentLoading")
                .runJar(jar)
                .expectSuccess();
    }
}
