package dev.instancepatch.it.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** What docs/cloudpickle.md says is shown by tests. */
class CloudpickleTableTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.dir"));
    private static final Path TESTS = PROJECT.resolve("integration-tests/src/test/java/dev/instancepatch/it");
    private static final Pattern TEST = Pattern.compile("`([\\w.]+)#(\\w+)(?: \\(([^)]+)\\))?`");
    private static final Set<String> VERDICTS = Set.of("works", "refused", "not applicable");

    /** A line of the table. */
    private record Row(String capability, String verdict, String how, String tests) {
        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            assertEquals(6, cells.length, line);
            return new Row(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip());
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = Files.readString(PROJECT.resolve("docs/cloudpickle.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| cloudpickle |"))
                .map(Row::of)
                .toList();
        assertTrue(rows.size() > 50, "the table was found");
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> a_row_has_a_verdict_and_one_that_works_or_is_refused_names_tests_that_exist()
            throws IOException {
        return rows().stream().map(row -> DynamicTest.dynamicTest(row.capability, () -> check(row)));
    }

    @Test
    void no_capability_has_two_rows() throws IOException {
        List<String> capabilities = rows().stream().map(Row::capability).toList();
        assertEquals(capabilities.stream().distinct().toList(), capabilities);
    }

    private static void check(Row row) throws Exception {
        assertTrue(VERDICTS.contains(row.verdict), row.verdict);
        List<MatchResult> tests = TEST.matcher(row.tests).results().toList();
        assertEquals(row.tests.chars().filter(c -> c == '#').count(), tests.size(), row.tests);
        if (row.verdict.equals("not applicable")) {
            assertFalse(row.how.isEmpty(), "says why");
        } else {
            assertFalse(tests.isEmpty(), "names a test");
        }
        for (MatchResult test : tests) {
            Class<?> type = Class.forName("dev.instancepatch.it." + test.group(1));
            assertTrue(hasTest(type, test.group(2)), test.group());
            assertTrue(test.group(3) == null || hasCase(type, test.group(3)), test.group());
        }
    }

    private static boolean hasTest(Class<?> type, String name) {
        return type != null
                && (Arrays.stream(type.getDeclaredMethods())
                                .filter(m -> m.getName().equals(name))
                                .anyMatch(m -> m.isAnnotationPresent(Test.class)
                                        || m.isAnnotationPresent(TestFactory.class)
                                        || m.isAnnotationPresent(ParameterizedTest.class))
                        || hasTest(type.getSuperclass(), name));
    }

    /** Cases are made while the tests run; here it has to do that the name stands in the test's source. */
    private static boolean hasCase(Class<?> type, String name) throws IOException {
        if (type == Object.class) {
            return false;
        }
        String path = type.getName().substring("dev.instancepatch.it.".length()).replace('.', '/') + ".java";
        return Files.readString(TESTS.resolve(path)).contains("\"" + name + "\"")
                || hasCase(type.getSuperclass(), name);
    }
}
