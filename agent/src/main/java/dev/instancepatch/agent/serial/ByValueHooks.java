package dev.instancepatch.agent.serial;

import dev.instancepatch.agent.capture.Capture;
import dev.instancepatch.agent.capture.Carried;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.restore.BundleLoader;
import dev.instancepatch.wire.BeingRead;
import dev.instancepatch.wire.CarriedClasses;
import dev.instancepatch.wire.Departing;
import dev.instancepatch.wire.FunctionForm;
import dev.instancepatch.wire.TravelsByValue;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the hooks do for functions and classes that travel by value. */
public final class ByValueHooks {
    private ByValueHooks() {}

    /** Returns what to write in a lambda's place: what Java serialization would, or the lambda with its code. */
    public static @Nullable Object instead(Object original, @Nullable Object replacement) {
        if (!(replacement instanceof SerializedLambda lambda)) {
            return replacement;
        }
        boolean travels = original instanceof TravelsByValue
                || BundleLoader.unitOf(original.getClass()) != null
                || Carried.includesFunctionsOf(lambda.getCapturingClass());
        return travels ? new FunctionForm(Capture.of(original)) : replacement;
    }

    /** Writes a class that travels into the annotation of its descriptor. */
    public static void annotate(ObjectOutputStream out, ObjectStreamClass descriptor) throws IOException {
        Class<?> type = descriptor.forClass();
        if (type != null && Proxy.isProxyClass(type)) {
            refuseProxyOfTravelling(type);
            return;
        }
        ClassUnit unit = type == null ? null : unitOf(out, type);
        if (unit != null) {
            Streams.write(out, CarriedClasses.annotation(out, unit));
        }
    }

    /** What a function brought in a stream of its own, the stream around it would have described once for all. */
    private static @Nullable ClassUnit unitOf(ObjectOutputStream out, Class<?> type) {
        ClassUnit unit = Carried.unitOf(type);
        if (unit != null && Departing.carried() != null) {
            WriterState.of(out).bring(Map.of(type, unit));
        }
        WriterState state = unit == null ? WriterState.known(out) : null;
        return state == null ? unit : state.brought().get(type);
    }

    /** This JVM's own class is an answer only if the stream's own resolveClass gave it, or never had a say of its own. */
    private static @Nullable Class<?> resolve(
            ObjectInputStream in, ObjectStreamClass descriptor, Object annotation, @Nullable Class<?> found)
            throws IOException {
        try {
            return CarriedClasses.resolve(
                    in, annotation, descriptor.getName(), found, !NearestLoader.DECIDES_ITSELF.get(in.getClass()));
        } catch (ClassNotFoundException e) {
            return found;
        }
    }

    /** A reader makes a proxy's class before it could be told of an interface. */
    private static void refuseProxyOfTravelling(Class<?> proxy) {
        for (Class<?> implemented : proxy.getInterfaces()) {
            if (Carried.unitOf(implemented) != null) {
                throw Refusals.notCapturable(
                        "(a dynamic proxy)",
                        "it implements " + implemented.getTypeName()
                                + ", which the receiver is not expected to have; write a class that implements it",
                        null);
            }
        }
    }

    /** Returns the class that a descriptor's annotation brings along, or else what the stream has found. */
    public static @Nullable Class<?> choose(
            ObjectInputStream in, ObjectStreamClass descriptor, @Nullable Class<?> found) throws IOException {
        boolean isSettled =
                BeingRead.isSkipped() || (found != null && (found.isPrimitive() || BundleLoader.unitOf(found) != null));
        if (isSettled) {
            return found;
        }
        while (Streams.isObjectNext(in)) {
            Object annotation = Streams.read(in);
            if (CarriedClasses.isOne(annotation)) { // behind what the stream's own annotateClass has written
                return resolve(in, descriptor, Objects.requireNonNull(annotation), found);
            }
        }
        return found == null ? CarriedClasses.broughtAlong(descriptor.getName()) : found;
    }
}
