package dev.instancepatch.it.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void ASM_and_Byte_Buddy_are_inside_under_other_names() throws IOException {
        List<String> classes = classes(Jars.agent());
        assertTrue(classes.contains("dev/instancepatch/agent/shaded/asm/ClassReader.class"));
        assertTrue(classes.contains("dev/instancepatch/agent/shaded/bytebuddy/agent/ByteBuddyAgent.class"));
    }

    @Test
    void no_text_in_a_class_of_ours_names_the_libraries_as_applications_have_them() throws IOException {
        try (JarFile file = new JarFile(Jars.agent().toFile())) {
            for (String name : classes(Jars.agent())) {
                String bytes = new String(
                        file.getInputStream(file.getEntry(name)).readAllBytes(),
                        java.nio.charset.StandardCharsets.ISO_8859_1);
                assertTrue(!bytes.contains("org/objectweb/asm/"), name);
                assertTrue(!bytes.contains("Lnet/bytebuddy/"), name);
            }
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
    void the_manifest_makes_it_an_agent_in_every_way_there_is() throws IOException {
        try (JarFile file = new JarFile(Jars.agent().toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            String agent = manifest.getValue("Premain-Class");
            assertNotNull(file.getEntry(agent.replace('.', '/') + ".class"));
            assertEquals(agent, manifest.getValue("Agent-Class"));
            assertEquals(agent, manifest.getValue("Launcher-Agent-Class"));
            assertEquals("true", manifest.getValue("Can-Retransform-Classes"));
            assertEquals(null, manifest.getValue("Boot-Class-Path"), "it would switch AppCDS off");
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
