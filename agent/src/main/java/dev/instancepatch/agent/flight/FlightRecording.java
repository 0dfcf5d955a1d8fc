package dev.instancepatch.agent.flight;

import dev.instancepatch.Code;
import dev.instancepatch.trust.Verdict;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts each verdict into the JVM's flight recordings. Names no class of the recorder itself: it is there before main, and a JVM
 * may lack the module {@code jdk.jfr}.
 */
public final class FlightRecording implements BiConsumer<Verdict, @Nullable Code> {
    private static final class Image {
        static final boolean HAS_RECORDER =
                ModuleLayer.boot().findModule("jdk.jfr").isPresent();
    }

    @Override
    public void accept(Verdict verdict, @Nullable Code refusal) {
        if (Image.HAS_RECORDER) {
            Recorder.record(verdict, refusal);
        }
    }

    /** Loaded with the first verdict. Without a recording an event is an object that nobody keeps. */
    private static final class Recorder {
        static void record(Verdict verdict, @Nullable Code refusal) {
            VerdictEvent event = new VerdictEvent();
            if (event.shouldCommit()) {
                event.fill(verdict, refusal);
                event.commit();
            }
        }
    }
}
