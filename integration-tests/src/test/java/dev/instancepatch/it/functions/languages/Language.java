package dev.instancepatch.it.functions.languages;

import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import dev.instancepatch.it.travel.Journey;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A language of the JVM: its compiler, in a JVM of its own, and the library that its programs need. */
enum Language {
    KOTLIN(
            "kotlin",
            "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
            List.of("-no-stdlib", "-no-reflect", "-jvm-target", "17", "-Xjdk-release=17"),
            "kotlin-stdlib"),
    SCALA_2("scala2", "scala.tools.nsc.Main", List.of("-release", "17"), "scala-library"),
    SCALA_3("scala3", "dotty.tools.dotc.Main", List.of("-release", "17"), "scala-library", "scala3-library_3");

    private final Path compiler;
    private final String main;
    private final List<String> options;
    private final Path[] library;

    Language(String folder, String main, List<String> options, String... library) {
        this.compiler = Path.of(System.getProperty("compilers.dir"), folder);
        this.main = main;
        this.options = options;
        this.library =
                Stream.of(library).map(name -> compiler.resolve(name + ".jar")).toArray(Path[]::new);
    }

    /** Returns what a JVM needs to run a program in this language, whoever wrote it. */
    Path[] library() {
        return library.clone();
    }

    /** Compiles a fixture and returns its class path entry. */
    Path compile(String fixture) {
        Path classes = Path.of("target", "fixtures", fixture + "-" + name()).toAbsolutePath();
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-d", classes.toString(), "-cp", classPath()));
        try {
            Files.createDirectories(classes);
            arguments.addAll(sources(Path.of(System.getProperty("fixtures.dir"), fixture)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ForkedJvm.plain()
                .jvmArgument("-Xmx512m")
                .classPath(compiler.resolve("*"))
                .run(main, arguments.toArray())
                .expectSuccess();
        return classes;
    }

    private String classPath() {
        return Stream.concat(Stream.of(library), Stream.of(Jars.agent(), Journey.farm(), Journey.harness()))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }
}
