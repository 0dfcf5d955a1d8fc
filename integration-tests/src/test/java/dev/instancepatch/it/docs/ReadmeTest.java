package dev.instancepatch.it.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** What the README says is so. */
class ReadmeTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.dir"));
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE_ROW = Pattern.compile("^\\| `\\[([a-z-]+)]` \\| .+ \\|$", Pattern.MULTILINE);

    private final String readme = Files.readString(PROJECT.resolve("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void every_java_block_compiles_without_a_warning(@TempDir Path folder) throws IOException {
        List<String> blocks =
                JAVA_BLOCK.matcher(readme).results().map(m -> m.group(1)).toList();
        assertFalse(blocks.isEmpty());
        String methods = IntStream.range(0, blocks.size())
                .mapToObj(i -> "void block" + i + "() throws Exception {\n" + blocks.get(i) + "}\n")
                .collect(Collectors.joining());
        Path source = folder.resolve("Blocks.java");
        Files.writeString(
                source,
                "import dev.instancepatch.*;\nimport farm.Turkey;\nimport java.io.*;\nimport java.util.*;\nimport java.util.concurrent.Callable;\nimport java.util.function.Function;\n"
                        + "class Blocks {\n" + methods + "}\n");
        StringWriter said = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean compiled = compiler.getTask(
                        said,
                        null,
                        null,
                        List.of(
                                "-Xlint:all,-classfile,-serial",
                                "-Werror",
                                "--release",
                                "17",
                                "-d",
                                folder.toString(),
                                "-cp",
                                System.getProperty("agent.jar")),
                        null,
                        compiler.getStandardFileManager(null, null, null)
                                .getJavaFileObjects(source, PROJECT.resolve("demo/src/main/java/farm/Turkey.java")))
                .call();
        assertTrue(compiled, said::toString);
    }

    @Test
    void every_refusal_code_has_its_line_in_the_order_of_the_enum() {
        List<String> rows = CODE_ROW.matcher(readme)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
        assertEquals(Arrays.stream(Code.values()).map(Code::id).toList(), rows);
    }

    @Test
    void every_row_of_what_can_be_patched_is_shown_by_tests_that_exist() throws Exception {
        String section = readme.substring(readme.indexOf("## What can be patched"), readme.indexOf("## What travels"));
        List<String> rows =
                section.lines().filter(l -> l.startsWith("| ")).skip(1).toList();
        List<String> shown = shown();
        assertEquals(rows.size(), shown.size(), "one line of tests per row");
        for (String line : shown) {
            for (String test : line.split(" ")) {
                assertTrue(isTest(test), test);
            }
        }
    }

    private static List<String> shown() throws IOException {
        try (InputStream in = ReadmeTest.class.getResourceAsStream("/what-can-be-patched.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
        }
    }

    private static boolean isTest(String name) throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        Class<?> type = Class.forName("dev.instancepatch.it." + name.substring(0, dot));
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name.substring(dot + 1)))
                .anyMatch(m -> m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(ParameterizedTest.class));
    }
}
