package dev.instancepatch.it.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same patched objects give the same bytes: in another run, and behind any number of JVMs that pass them on. */
class SameBytesTest {
    /**
     * What Java serialization itself does not write as it was read: readResolve counts, a HashMap has another threshold; and a
     * captured lambda that stays behind.
     */
    private static final Set<String> CHANGES_ITSELF =
            Set.of("resolving", "collections", "hash-map", "captured-function-of-the-same-class");

    @ParameterizedTest
    @ValueSource(strings = {"senders.Article", "senders.Kinds", "senders.Graphs", "senders.Language"})
    void two_runs_write_the_same_bytes(String program) throws IOException {
        assertSame(send(program), send(program), Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"senders.Article", "senders.Kinds", "senders.Graphs", "senders.Language"})
    void a_relay_writes_the_bytes_that_it_read(String program) throws IOException {
        Path sent = send(program);
        Path second = forward(sent);
        assertSame(sent, second, CHANGES_ITSELF);
        assertSame(sent, forward(second), CHANGES_ITSELF);
    }

    private static Path send(String program) {
        Journey journey = Journey.begin();
        ForkedJvm.withAgent("enums=carry")
                .classPath(Journey.senders(), Journey.farm(), Journey.harness())
                .run(program, journey.folder())
                .expectSuccess();
        return journey.folder();
    }

    private static Path forward(Path from) {
        Journey next = Journey.begin();
        ForkedJvm.withAgent("trust=all,enums=carry")
                .classPath(Journey.farm(), Journey.harness())
                .run("harness.Forward", from, next.folder())
                .expectSuccess();
        return next.folder();
    }

    private static void assertSame(Path a, Path b, Set<String> except) throws IOException {
        TreeMap<String, String> first = bytes(a, except);
        assertTrue(!first.isEmpty(), "nothing was written");
        assertEquals(first, bytes(b, except));
    }

    private static TreeMap<String, String> bytes(Path folder, Set<String> except) throws IOException {
        TreeMap<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                if (!except.contains(file.getFileName().toString())) {
                    bytes.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return bytes;
    }
}
