package dev.instancepatch.fuzz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes that somebody made from bytes in this JVM, by the JVM's own log ({@code -Xlog:class+load}, see the pom): what no
 * policy let pass must not be among them.
 */
final class DefinedClasses {
    private static final Pattern FROM_BYTES = Pattern.compile("\\[class,load\\] (\\S+) source: __JVM_DefineClass__");

    /** Who else makes classes: the JDK, the fuzzer, the agent. Received code keeps the names it was written with. */
    private static final Pattern OTHERS = Pattern.compile(
            "(java|jdk|sun|com\\.sun|com\\.code_intelligence|dev\\.instancepatch\\.agent)\\..*|\\$Proxy\\d+");

    private static final RandomAccessFile LOG = open();

    private DefinedClasses() {}

    private static RandomAccessFile open() {
        try {
            return new RandomAccessFile(
                    Path.of("target", "classes-" + ProcessHandle.current().pid() + ".log")
                            .toFile(),
                    "r");
        } catch (IOException e) {
            throw new UncheckedIOException("start this JVM as the pom does", e);
        }
    }

    static List<String> sinceLastTime() {
        try {
            byte[] grown = new byte[(int) (LOG.length() - LOG.getFilePointer())];
            LOG.readFully(grown);
            return new String(grown, StandardCharsets.UTF_8)
                    .lines()
                    .map(FROM_BYTES::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .filter(name -> !OTHERS.matcher(name).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
