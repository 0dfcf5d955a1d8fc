package dev.instancepatch.agent.serial;

import dev.instancepatch.agent.capture.Capture;
import dev.instancepatch.agent.capture.Carried;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.restore.BundleLoader;
import dev.instancepatch.wire.BeingRead;
import dev.instancepatch.wire.CarriedClasses;
import dev.instancepatch.wire.FunctionForm;
import dev.instancepatch.wire.TravelsByValue;
import dev.instancepatch.wire.UnitBytes;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Proxy;
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

    /** Lets references to a function that is being read lead to what stands in for it: it may have captured itself. */
    public static void standIn(ObjectInputStream in, Object stand) {
        Streams.standIn(in, stand);
    }

    /** Writes a class that travels into the annotation of its descriptor. */
    public static void annotate(ObjectOutputStream out, ObjectStreamClass descriptor) throws IOException {
        Class<?> type = descriptor.forClass();
        if (type != null && Proxy.isProxyClass(type)) {
            refuseProxyOfTravelling(type);
            return;
        }
        ClassUnit unit = type == null ? null : Carried.unitOf(type);
        if (unit != null) {
            Streams.write(out, UnitBytes.of(unit));
        }
    }

    /** This JVM's own class is an answer only if the stream's own resolveClass gave it, or never had a say of its own. */
    private static @Nullable Class<?> resolve(
            ObjectInputStream in, ObjectStreamClass descriptor, UnitBytes unit, @Nullable Class<?> found)
            throws IOException {
        try {
            return CarriedClasses.resolve(
                    unit, descriptor.getName(), found, !NearestLoader.DECIDES_ITSELF.get(in.getClass()));
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
            if (Streams.read(in) instanceof UnitBytes unit) { // behind what the stream's own annotateClass has written
                return resolve(in, descriptor, unit, found);
            }
        }
        return found == null ? CarriedClasses.broughtAlong(descriptor.getName()) : found;
    }
}
