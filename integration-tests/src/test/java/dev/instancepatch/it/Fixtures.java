package dev.instancepatch.it;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Programs for other JVMs: the sources below {@code src/test/fixtures/NAME}, each compiled once to a class path entry of its
 * own, so that a test says exactly which classes a JVM has.
 */
public final class Fixtures {
    private static final Map<String, Path> COMPILED = new TreeMap<>(); // guarded by the class

    private Fixtures() {}

    /**
     * Compiles a fixture, unless that is done.
     *
     * @param uses what its sources need besides the agent's jar
     * @return its class path entry
     */
    public static Path compile(String name, Path... uses) {
        return compile(name, List.of(), uses);
    }

    /**
     * Compiles a fixture with more options of the compiler, unless that is done.
     *
     * @param more such as {@code -parameters}
     * @param uses what its sources need besides the agent's jar
     * @return its class path entry
     */
    public static synchronized Path compile(String name, List<String> more, Path... uses) {
        return COMPILED.computeIfAbsent(name, n -> compileNow(n, more, uses));
    }

    private static Path compileNow(String name, List<String> more, Path... uses) {
        Path classes = Path.of("target", "fixtures", name).toAbsolutePath();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            deleteRecursively(classes);
            Files.createDirectories(classes);
            boolean done = compiler.getTask(
                            said,
                            files,
                            null,
                            options(classes, more, uses),
                            null,
                            files.getJavaFileObjectsFromPaths(
                                    sources(Path.of(System.getProperty("fixtures.dir"), name))))
                    .call();
            if (!done) {
                throw new AssertionError("Fixture " + name + " does not compile:\n" + said);
            }
        } catch (IOException e) {
            throw new AssertionError("Fixture " + name, e);
        }
        return classes;
    }

    private static List<String> options(Path classes, List<String> more, Path... uses) {
        List<Path> classPath = new ArrayList<>(Arrays.asList(uses));
        classPath.add(Jars.agent());
        List<String> options = new ArrayList<>(more);
        options.addAll(List.of(
                "--release",
                "17",
                "-g",
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        return options;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
