package dev.instancepatch.benchmarks.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** A flight recording of threads that wait for a monitor or park, however shortly. */
final class Waits implements AutoCloseable {
    private static final List<String> EVENTS = List.of("jdk.JavaMonitorEnter", "jdk.ThreadPark");
    private static final String OURS = "dev.instancepatch.";
    private static final String BENCHMARKS = "dev.instancepatch.benchmarks.";
    private static final String INVOKE = "java.lang.invoke.";

    private final Recording recording = new Recording();

    private Waits() {
        EVENTS.forEach(
                event -> recording.enable(event).withThreshold(Duration.ZERO).withStackTrace());
    }

    /** Begins to record. */
    static Waits record() {
        Waits waits = new Waits();
        waits.recording.start();
        return waits;
    }

    /**
     * Ends the recording; returns how often threads waited, by where they did: the innermost method of ours, or else of
     * {@code java.lang.invoke}. Others, such as those of thread pools, are not in it.
     */
    Map<String, Integer> end() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("waits", ".jfr");
        try {
            recording.dump(file);
            Map<String, Integer> places = new TreeMap<>();
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                if (EVENTS.contains(event.getEventType().getName())) { // others are on by default
                    place(event).ifPresent(place -> places.merge(place, 1, Integer::sum));
                }
            }
            return places;
        } finally {
            Files.delete(file);
        }
    }

    private static Optional<String> place(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        return stack == null
                ? Optional.empty()
                : innermost(stack, type -> type.startsWith(OURS) && !type.startsWith(BENCHMARKS))
                        .or(() -> innermost(stack, type -> type.startsWith(INVOKE)));
    }

    private static Optional<String> innermost(RecordedStackTrace stack, Predicate<String> types) {
        for (RecordedFrame frame : stack.getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (types.test(type)) {
                return Optional.of(type + "." + frame.getMethod().getName());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        recording.close();
    }
}
