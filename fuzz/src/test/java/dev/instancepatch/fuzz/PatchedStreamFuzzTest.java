package dev.instancepatch.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.instancepatch.Patch;
import dev.instancepatch.Portable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes an object stream holds, in a JVM with the agent and its default policy. The seeds are streams of every kind whose
 * code this JVM lacks, and streams whose code is its own: those get through the gate, and lead behind it.
 */
@Tag("agent")
class PatchedStreamFuzzTest {
    private static final byte[] HONEST = bytes(patched());

    @MethodSource("own")
    @FuzzTest(maxDuration = "10m")
    void any_stream_is_read_or_refused(byte[] stream) throws Exception {
        Reading.inOrder(true, () -> read(stream));
        assertEquals("SQUAWK of honest", ((Bird) read(HONEST)).sing());
    }

    static Stream<byte[]> own() {
        return Stream.of(
                HONEST,
                bytes(inItsOwnCapture()),
                bytes(withFriends()),
                bytes(Portable.task(() -> "done " + List.of(1, 2))),
                bytes(new Bird("unpatched")));
    }

    private static Bird patched() {
        Bird bird = new Bird("honest");
        String said = "SQUAWK of ";
        Patch.on(bird)
                .around("sing", (dev.instancepatch.Original0<String> original, Bird self) -> said + original.call());
        return bird;
    }

    private static Bird inItsOwnCapture() {
        Bird bird = new Bird("own");
        List<Object> captured = new ArrayList<>(List.of(bird, "x", patched()));
        Patch.on(bird).because("ticket 7").method("answer", (Bird self, String question) -> question + captured.size());
        Patch.on(bird).method("sing", self -> bird.answer("?"));
        return bird;
    }

    private static List<Bird> withFriends() {
        Bird first = patched();
        Bird second = new Bird("second");
        first.befriend(second);
        second.befriend(first);
        int count = 3;
        Patch.on(second).intercept("answer", call -> call.with(0, "you" + count).original());
        return new ArrayList<>(List.of(first, second, first));
    }

    private static byte[] bytes(Object graph) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] stream) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
            return in.readObject();
        }
    }
}
