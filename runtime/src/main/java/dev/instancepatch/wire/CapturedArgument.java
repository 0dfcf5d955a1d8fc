package dev.instancepatch.wire;

import dev.instancepatch.PatchException;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.refusal.Refusals;
import java.io.NotSerializableException;
import org.jspecify.annotations.Nullable;

/** How refusals of writing name a captured value: by its place and type. */
final class CapturedArgument {
    private CapturedArgument() {}

    /** Returns for example {@code function → captured argument 1 (com.acme.Job)}. */
    static String path(int index, @Nullable Object value) {
        return "function → captured argument " + (index + 1) + " ("
                + (value == null ? "null" : value.getClass().getTypeName()) + ")";
    }

    /** Words the refusal, with the way to what is not Serializable. */
    static PatchException notSerializable(
            String function, int index, @Nullable Object value, NotSerializableException cause) {
        Agent agent = Bridge.agent();
        return Refusals.notSerializableCapture(
                function,
                path(index, value) + (agent == null ? "" : agent.pathToUnserializable(value)),
                String.valueOf(cause.getMessage()),
                cause);
    }
}
