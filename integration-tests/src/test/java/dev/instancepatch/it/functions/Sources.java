package dev.instancepatch.it.functions;

import dev.instancepatch.it.Jars;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources as text, where a fixture cannot hold them: several versions of one class, and newer Java than the build's. */
final class Sources {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private int release = 17;
    private String debug = "-g";

    static Sources of(String className, String text) {
        return new Sources().and(className, text);
    }

    Sources and(String className, String text) {
        texts.put(className.replace('.', '/') + ".java", text);
        return this;
    }

    Sources release(int chosen) {
        release = chosen;
        return this;
    }

    /** Leaves out line numbers, file names and the names of variables. */
    Sources withoutDebugInformation() {
        debug = "-g:none";
        return this;
    }

    /**
     * Compiles them.
     *
     * @param uses what they need besides the agent's jar
     * @return a new class path entry
     */
    Path compile(Path... uses) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "generated-fixtures"));
            Path folder = Files.createTempDirectory(parent, "sources").toAbsolutePath();
            Path classes = Files.createDirectory(folder.resolve("classes"));
            List<Path> files = new ArrayList<>();
            for (Map.Entry<String, String> each : texts.entrySet()) {
                Path file = folder.resolve(each.getKey());
                Files.createDirectories(file.getParent());
                files.add(Files.writeString(file, each.getValue()));
            }
            compile(files, classes, uses);
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(List<Path> sources, Path classes, Path... uses) throws IOException {
        List<Path> classPath = new ArrayList<>(Arrays.asList(uses));
        classPath.add(Jars.agent());
        List<String> options = List.of(
                "--release",
                String.valueOf(release),
                debug,
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new AssertionError(said.toString());
            }
        }
    }
}
