package dev.instancepatch.it.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import dev.instancepatch.it.travel.KindsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Streams of every kind that earlier builds wrote, on each JDK, and that every build reads. They are kept as they are: a format
 * changes by a new version beside the old one, and a folder more. To add the running JDK's: {@code -Dgolden.write=FOLDER}.
 */
class GoldenBlobsTest {
    private static final Path GOLDEN =
            Path.of("src", "test", "resources", "golden").toAbsolutePath();

    @BeforeAll
    static void write() {
        String folder = System.getProperty("golden.write");
        if (folder != null) {
            ForkedJvm.withAgent("enums=carry")
                    .classPath(Journey.senders(), Journey.farm(), Journey.harness())
                    .run("senders.Kinds", written(folder))
                    .expectSuccess();
        }
    }

    private static Path written(String folder) {
        try {
            return Files.createDirectories(GOLDEN.resolve(folder));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> what_earlier_builds_wrote_is_read_with_its_patches() throws IOException {
        return all("trust=all,enums=carry", KindsTest.PATCHED);
    }

    @TestFactory
    Stream<DynamicTest> what_earlier_builds_wrote_is_read_without_the_agent() throws IOException {
        return all(null, KindsTest.UNPATCHED);
    }

    private static Stream<DynamicTest> all(String options, Map<String, String> answers) throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.sorted().toList().stream().flatMap(f -> of(f, options, answers));
        }
    }

    private static Stream<DynamicTest> of(Path folder, String options, Map<String, String> answers) {
        ForkedJvm jvm = options == null ? Journey.plainReceiver() : Journey.receiver(options);
        FinishedJvm received = jvm.run("receivers.Kinds", folder).expectSuccess();
        return answers.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        folder.getFileName() + " " + e.getKey(),
                        () -> assertEquals(e.getValue(), received.fact(e.getKey()))));
    }
}
