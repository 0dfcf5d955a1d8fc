package dev.instancepatch.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** An agent that does nothing: what every agent costs. May do what ours may. */
final class EmptyAgent {
    private EmptyAgent() {}

    /** Does nothing. */
    public static void premain(String arguments, Instrumentation instrumentation) {}

    /** Writes its jar into a folder. */
    static Path jar(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", EmptyAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.putValue("Can-Redefine-Classes", "true");
        Path jar = folder.resolve("empty-agent.jar");
        String name = EmptyAgent.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = EmptyAgent.class.getResourceAsStream("EmptyAgent.class")) {
            if (in == null) {
                throw new IOException("no class file of " + EmptyAgent.class);
            }
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
