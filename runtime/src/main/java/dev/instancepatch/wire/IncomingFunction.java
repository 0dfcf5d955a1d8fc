package dev.instancepatch.wire;

import dev.instancepatch.PatchException;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.restore.ReceivedFunction;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One function that passed the gate. */
final class IncomingFunction {
    private final Bundle bundle;
    private final @Nullable OwnCode own; // the same code in this JVM's own class
    private final ClassLoader target;
    private final @Nullable Object[] captured;
    private final ReceivedFunction received;

    IncomingFunction(Bundle bundle, @Nullable OwnCode own, ClassLoader target) {
        this.bundle = bundle;
        this.own = own;
        this.target = target;
        this.captured = new @Nullable Object[bundle.capturedCount()];
        this.received = new ReceivedFunction(bundle, captured, target, module -> {}, Bridge.agent() == null);
    }

    void readCaptured(ObjectInputStream in) throws IOException {
        Arrival arrival = Arrival.begin(bundle, own != null, target);
        try {
            for (int i = 0; i < captured.length; i++) {
                captured[i] = Bridge.agent() == null ? received.readBeside(in) : in.readObject();
            }
        } catch (ClassNotFoundException e) {
            throw ReadRefusals.missingCapture("of " + bundle.host().binaryName(), String.valueOf(e.getMessage()), e);
        } finally {
            arrival.end();
        }
    }

    /** Makes the function. */
    Object function() throws IOException {
        Supplier<Object> source = own != null ? own.function(captured) : received;
        try {
            return source.get();
        } catch (PatchException e) {
            throw ReadRefusals.cannotLink(bundle.host().binaryName(), e);
        }
    }
}
