package dev.instancepatch.wire;

import dev.instancepatch.PatchException;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.bridge.StreamInternals;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.restore.InterfaceProxy;
import dev.instancepatch.restore.Linkable;
import dev.instancepatch.restore.ReceivedFunction;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One function that passed the gate. */
final class IncomingFunction {
    private final Bundle bundle;
    private final Linkable code;
    private final @Nullable OwnCode own; // the same code in this JVM's own class
    private final @Nullable Object[] captured;
    private final ReceivedFunction received;
    private @Nullable Object standIn; // for the function, as long as what it captured is read

    IncomingFunction(Bundle bundle, Linkable code, @Nullable OwnCode own) {
        this.bundle = bundle;
        this.code = code;
        this.own = own;
        this.captured = new @Nullable Object[bundle.capturedCount()];
        this.received = new ReceivedFunction(code, captured, module -> {}, Bridge.agent() == null);
    }

    boolean isOwnCode() {
        return own != null;
    }

    void readCaptured(CapturedValues values, ObjectInputStream in) throws IOException {
        values.check(() -> bundle.interfaceName().replace('/', '.'));
        StreamInternals internals = Bridge.streams();
        if (internals != null && bundle.capturesObjects()) {
            standIn = InterfaceProxy.standIn(implemented(), new CapturedFunction(bundle, captured));
            internals.standIn(in, standIn);
        }
        if (captured.length == 0) {
            return;
        }
        ClassLoader loader = internals == null ? received.loader() : values.loader();
        values.read(
                "of " + bundle.host().binaryName(),
                loader,
                () -> Arrival.begin(code.defined(), own != null, code.target()),
                from -> readCaptured(from, internals != null));
    }

    private void readCaptured(ObjectInputStream from, boolean hasAgent) throws IOException, ClassNotFoundException {
        for (int i = 0; i < captured.length; i++) {
            captured[i] = hasAgent ? from.readObject() : received.readBeside(from);
        }
    }

    private List<Class<?>> implemented() throws IOException {
        try {
            if (own == null) {
                return received.implemented();
            }
            List<Class<?>> interfaces = new ArrayList<>();
            for (String name : bundle.interfaces()) {
                interfaces.add(Class.forName(name.replace('/', '.'), false, code.target()));
            }
            return interfaces;
        } catch (ClassNotFoundException | PatchException e) {
            throw ReadRefusals.cannotLink(bundle.host().binaryName(), e);
        }
    }

    /** Makes the function. */
    Object function() throws RefusedPatchException {
        Supplier<Object> source = own != null ? own.function(captured) : received;
        try {
            Object function = source.get();
            if (standIn != null) {
                InterfaceProxy.settle(standIn, function);
            }
            return function;
        } catch (PatchException e) {
            throw ReadRefusals.cannotLink(bundle.host().binaryName(), e);
        }
    }
}
