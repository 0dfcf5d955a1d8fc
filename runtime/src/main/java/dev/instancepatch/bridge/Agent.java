package dev.instancepatch.bridge;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the runtime asks of the agent. */
public interface Agent {
    /**
     * Makes a method able to look for a patch of its object, retransforming its class if need be.
     *
     * @param method as its class declares it
     * @param object the object about to be patched
     * @throws dev.instancepatch.PatchException if this class or method cannot be
     */
    void weave(Method method, Object object);

    /**
     * Makes methods of many classes able to look for patches, retransforming those classes in one step.
     *
     * @param methods by class, the methods that its objects answer to
     * @throws dev.instancepatch.PatchException if a class is excluded, before anything is done; or if one could not be woven, when all
     *     others are
     */
    void weave(Map<Class<?>, List<Method>> methods);

    /**
     * Takes a function apart into code and captured values.
     *
     * @param function a lambda, or a function that was itself received, linked or not
     * @param method the method it patches, for messages
     * @param patched the class of the object it patches: the receiver has that
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE}
     */
    CapturedFunction capture(Object function, Method method, Class<?> patched);

    /**
     * Returns a function that carries its code through any object stream.
     *
     * @param function a lambda or method reference, or an object of a class that implements a functional interface
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE}
     */
    Object portable(Object function);

    /** Returns what it can do with object streams. */
    StreamInternals streams();

    /** Returns the way from a captured value to what is not Serializable in it, for a message; empty if it is the value itself. */
    String pathToUnserializable(@Nullable Object captured);

    /** Lets a module use the package of a class as code of that package could, where a named module keeps it to itself. */
    void open(Class<?> type, Module to);

    /** Returns the identity of a bundle's code; debug information does not count. */
    String identity(Bundle bundle);

    /** Returns the identity of a unit's code, those it uses included; debug information does not count. */
    String identity(ClassUnit unit);

    /**
     * Returns what is wrong with a class file, or null if nothing is: it cannot be read, an instruction finds other kinds of values than
     * it takes, or a stack map frame declares what is not there. Loads no class; what the types of other classes would show is left to
     * the JVM. Takes about a millisecond: callers remember the answer.
     */
    @Nullable
    String malformation(ClassImage image);

    /** Returns true if a loader's own classes are those of a unit, without loading any. */
    boolean isOwn(ClassUnit unit, ClassLoader loader);

    /** Returns what to link for a bundle: itself, or a variant that uses a loader's own classes, where those are what it brings. */
    Bundle usingOwn(Bundle bundle, ClassLoader loader);

    /**
     * Looks for a bundle's code among this JVM's own classes, without loading any.
     *
     * @param loader where the patched object's class comes from
     * @return this JVM's own copy of the code, or null
     */
    @Nullable
    OwnCode ownCode(Bundle bundle, @Nullable ClassLoader loader);
}
