package dev.instancepatch.agent.door;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * What woven code and the java.io hooks link to. {@link DoorInstaller} defines this class, renamed to {@link #INTERNAL_NAME},
 * in java.base: {@code java.*} always resolves from the boot loader, so every class loader and module sees it, while
 * the runtime stays an ordinary citizen of the system class loader. It only forwards.
 *
 * <p>Names JDK types only, and nothing else of ours.
 */
public abstract class Door {
    /** The name it has in the running JVM. */
    public static final String INTERNAL_NAME = "java/io/InstancePatchDoor";

    /** Set once by {@link DoorInstaller}, before any code that links here exists. */
    private static volatile Door keeper;

    /** For the keeper. */
    protected Door() {}

    // Woven code, class files with invokedynamic

    /** Links {@code (self) -> table} for a slot that is a superclass's private field. */
    public static CallSite slot(MethodHandles.Lookup caller, String name, MethodType type) {
        return keeper.linkSlot(caller.lookupClass(), type);
    }

    /** Links {@code (table, self) -> function or null}; the site's name is the method's. */
    public static CallSite find(MethodHandles.Lookup caller, String name, MethodType type, String descriptor) {
        return keeper.linkFind(caller.lookupClass(), name, descriptor);
    }

    /** Links {@code (function, self, arguments...) -> result}; the site's name is the method's. */
    public static CallSite call(MethodHandles.Lookup caller, String name, MethodType type, String descriptor) {
        return keeper.linkCall(caller.lookupClass(), name, descriptor, type);
    }

    // Woven code of the JDK

    /** Finds a function by the method's number, in the side table; calls nothing that could itself be woven. */
    public static @Nullable Object find(Object self, int method) {
        return keeper.findAside(self, method);
    }

    /** Told that {@code Object.clone} made a copy of an object; returns the copy. */
    public static Object cloned(Object copy, Object original) {
        keeper.sawClone(original, copy);
        return copy;
    }

    // Woven code, older class files

    /** Finds a function by the method's number. */
    public static @Nullable Object find(Object table, Object self, int method) throws Throwable {
        return keeper.findNow(table, self, method);
    }

    /** Calls a function by the method's number; arguments and result boxed. */
    public static @Nullable Object call(Object function, Object self, Object[] arguments, int method) throws Throwable {
        return (Object) keeper.boxedCall(method).invokeExact(function, self, arguments); // from here: one frame of ours
    }

    /** Reads a slot that is a superclass's private field. */
    public static @Nullable Object slot(Object self) {
        return keeper.slotNow(self);
    }

    // Object streams

    /** Returns the descriptor to write for an object: its own, or one that has room for patches. */
    public static Object descriptor(ObjectOutputStream out, Object object, Object descriptor) {
        return keeper.descriptorOf(out, object, descriptor);
    }

    /** Returns the payload to write for an object in the place of a descriptor's fields, or null. */
    public static @Nullable Object payload(ObjectOutputStream out, Object object, Object descriptor) {
        return keeper.payloadOf(out, object, descriptor);
    }

    /** Told that a stream writes another object in the place of one. */
    public static void replaced(Object original, @Nullable Object replacement) {
        keeper.sawReplacement(original, replacement);
    }

    /** Told that an object is about to be read. */
    public static void objectBegins(ObjectInputStream in) {
        keeper.sawBeginning(in);
    }

    /** Told that a class's fields were read. */
    public static void fieldsRead(ObjectInputStream in, Object fields) throws IOException {
        keeper.sawFields(in, fields);
    }

    /** Told that an object was read whole; returns it. */
    public static @Nullable Object objectRead(@Nullable Object object, ObjectInputStream in) throws IOException {
        keeper.sawObject(object, in);
        return object;
    }

    protected abstract CallSite linkSlot(Class<?> woven, MethodType type);

    protected abstract CallSite linkFind(Class<?> woven, String name, String descriptor);

    protected abstract CallSite linkCall(Class<?> woven, String name, String descriptor, MethodType type);

    protected abstract @Nullable Object findAside(Object self, int method);

    protected abstract void sawClone(Object original, Object copy);

    protected abstract @Nullable Object findNow(Object table, Object self, int method) throws Throwable;

    protected abstract MethodHandle boxedCall(int method);

    protected abstract @Nullable Object slotNow(Object self);

    protected abstract Object descriptorOf(ObjectOutputStream out, Object object, Object descriptor);

    protected abstract @Nullable Object payloadOf(ObjectOutputStream out, Object object, Object descriptor);

    protected abstract void sawReplacement(Object original, @Nullable Object replacement);

    protected abstract void sawBeginning(ObjectInputStream in);

    protected abstract void sawFields(ObjectInputStream in, Object fields) throws IOException;

    protected abstract void sawObject(@Nullable Object object, ObjectInputStream in) throws IOException;
}
