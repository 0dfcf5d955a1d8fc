package dev.instancepatch.it.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.instancepatch.it.Jars;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** One jar holds agent and runtime, and disturbs no application. */
class AgentJarTest {
    private static List<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    private static List<String> classes(Path jar) throws IOException {
        return names(jar).stream().filter(n -> n.endsWith(".class")).toList();
    }

    @Test
    void no_class_lies_outside_of_our_package() throws IOException {
        List<String> foreign = classes(Jars.agent()).stream()
                .filter(n -> !n.startsWith("dev/instancepatch/"))
                .toList();
        assertEquals(List.of(), foreign);
    }

    @Test
    void libraries_are_inside_under_other_names() throws IOException {
        List<String> classes = classes(Jars.agent());
        assertTrue(classes.contains("dev/instancepatch/agent/shaded/asm/ClassReader.class"));
        assertTrue(classes.contains("dev/instancepatch/agent/shaded/bytebuddy/agent/ByteBuddyAgent.class"));
        assertTrue(classes.contains("dev/instancepatch/agent/shaded/picocli/CommandLine.class"));
    }

    @Test
    void no_class_needs_the_libraries_under_the_names_that_applications_have_them_by() throws IOException {
        try (JarFile jar = new JarFile(Jars.agent().toFile())) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.objectweb.asm..", "net.bytebuddy..", "picocli..")
                    .check(new ClassFileImporter().importJar(jar));
        }
    }

    @Test
    void the_runtime_is_inside() throws IOException {
        assertTrue(new HashSet<>(classes(Jars.agent())).containsAll(classes(Jars.runtime())));
    }

    @Test
    void no_entry_is_there_twice() throws IOException {
        List<String> names = names(Jars.agent());
        Set<String> distinct = new HashSet<>(names);
        assertEquals(distinct.size(), names.size());
    }

    @Test
    void the_manifest_makes_it_an_agent_at_start_and_later() throws IOException {
        try (JarFile file = new JarFile(Jars.agent().toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            String agent = manifest.getValue("Premain-Class");
            assertNotNull(file.getEntry(agent.replace('.', '/') + ".class"));
            assertEquals(agent, manifest.getValue("Agent-Class"));
            assertEquals("true", manifest.getValue("Can-Retransform-Classes"));
            assertEquals(null, manifest.getValue("Boot-Class-Path"), "it would switch AppCDS off");
        }
    }

    @Test
    void the_manifest_makes_it_a_command_line_that_no_agent_starts_before() throws IOException {
        try (JarFile file = new JarFile(Jars.agent().toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            String main = manifest.getValue("Main-Class");
            assertNotNull(file.getEntry(main.replace('.', '/') + ".class"));
            assertEquals(null, manifest.getValue("Launcher-Agent-Class"), "it would read the environment's options");
        }
    }

    @Test
    void licence_and_notice_are_inside() throws IOException {
        List<String> names = names(Jars.agent());
        assertTrue(names.contains("META-INF/LICENSE"));
        assertTrue(names.contains("META-INF/NOTICE"));
    }

    @Test
    void every_class_runs_on_java_17() throws IOException {
        for (Path jar : List.of(Jars.agent(), Jars.runtime())) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (String name : classes(jar)) {
                    try (DataInputStream in = new DataInputStream(file.getInputStream(file.getEntry(name)))) {
                        in.readInt();
                        in.readUnsignedShort();
                        assertTrue(in.readUnsignedShort() <= 61, name);
                    }
                }
            }
        }
    }

    @Test
    void our_entries_carry_the_build_s_fixed_time() throws IOException {
        for (Path jar : List.of(Jars.agent(), Jars.runtime())) {
            try (JarFile file = new JarFile(jar.toFile())) {
                Set<String> times = file.stream()
                        .filter(e -> !e.getName().contains("/shaded/")) // their own jars' times, as fixed
                        .map(e -> e.getTimeLocal().toString())
                        .collect(Collectors.toSet());
                assertEquals(Set.of("2026-01-01T00:00"), times);
            }
        }
    }
}
