package dev.instancepatch;

import dev.instancepatch.bridge.SelfAttachment;
import dev.instancepatch.code.ByValuePackages;
import dev.instancepatch.refusal.Refusals;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions that travel by value: their code goes with them, through any {@link java.io.ObjectOutputStream}, to a JVM that has never
 * seen the class that wrote them. All methods are safe from any thread.
 *
 * <p>The JVM that sends needs the agent. One that receives needs the agent or the runtime, and to trust the code
 * ({@link Trust}).
 */
public final class Portable {
    private Portable() {}

    /**
     * Returns the function once more, as one that carries its code.
     *
     * <p>With it go the methods that it calls of the class that wrote it, and the other classes it names that come from the same
     * jar or folder, or from a package that is registered. Whatever else it names, the receiver must have. Values that it captured
     * are written as Java serialization writes them.
     *
     * @param lambdaOrMethodReference a lambda, a method reference, or an object of a class that implements a functional interface
     * @param <F> a functional interface; one of the JDK's where the lambda is cast to it and to {@link Serializable}
     * @return a function of the same interface that does the same
     * @throws PatchException with {@link Code#NOT_CAPTURABLE} and the path to what cannot travel; with {@link Code#NO_AGENT} in a
     *     JVM without the agent; with {@link Code#NULL_ARGUMENT}
     */
    @SuppressWarnings("unchecked") // the same interfaces
    public static <F extends Serializable> F function(F lambdaOrMethodReference) {
        if (lambdaOrMethodReference == null) {
            throw Refusals.nullArgument("The function");
        }
        return (F) SelfAttachment.agent().portable(lambdaOrMethodReference);
    }

    /**
     * Returns a task that carries its code; for executors, whose {@code submit} is overloaded. See {@link #function}.
     *
     * @param body what to do
     * @param <V> what it returns
     */
    public static <V extends @Nullable Object> Task<V> task(Task<V> body) {
        return function(body);
    }

    /**
     * Lets functions that are written in a package or its sub-packages travel by value, wherever they stand in a graph, without
     * being wrapped; and objects of its classes. The longest registered name that fits a class decides. The same as the agent
     * option {@code by-value=}.
     *
     * @param packagePrefix for example {@code com.acme.jobs}, which includes {@code com.acme.jobs.nightly} and not
     *     {@code com.acme.jobs2}
     * @throws PatchException with {@link Code#WRONG_ARGUMENT} if it is no package's name, or one of the JDK's or ours
     */
    public static void byValue(String packagePrefix) {
        register(packagePrefix, true);
    }

    /**
     * Takes {@link #byValue} back; and lets the classes of a package travel by reference even where they come from the same jar or
     * folder as a function that names them: the receiver has them.
     *
     * @param packagePrefix for example {@code com.acme.model}, with its sub-packages
     * @throws PatchException with {@link Code#WRONG_ARGUMENT} if it is no package's name, or one of the JDK's or ours
     */
    public static void byReference(String packagePrefix) {
        register(packagePrefix, false);
    }

    /** Returns the packages that travel by value, in the order of their names. Not to be changed. */
    public static List<String> byValuePackages() {
        return ByValuePackages.byValue();
    }

    private static void register(String packagePrefix, boolean byValue) {
        if (packagePrefix == null) {
            throw Refusals.nullArgument("The package");
        }
        if (!ByValuePackages.isName(packagePrefix)) {
            throw Refusals.notAPackage(packagePrefix);
        }
        ByValuePackages.register(packagePrefix, byValue);
    }
}
