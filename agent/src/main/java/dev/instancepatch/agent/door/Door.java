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

    /** Links {@code (self) -> table} for a slot that is a superclass's private field, or a subclass's; its name is the method's. */
    public static CallSite slot(MethodHandles.Lookup caller, String name, MethodType type, String descriptor) {
        return keeper.linkSlot(caller.lookupClass(), name, descriptor, type);
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

    /** Told that a stream is about to write an array. */
    public static void array(Object array, ObjectOutputStream out) {
        keeper.sawArray(out, array);
    }

    /** Returns the descriptor to write for an object: its own, or one that has room for patches. */
    public static Object descriptor(ObjectOutputStream out, Object object, Object descriptor) {
        return keeper.descriptorOf(out, object, descriptor);
    }

    /** Writes the payload of an object in the place of a descriptor's fields; returns false if these are other fields. */
    public static boolean phantom(ObjectOutputStream out, Object object, Object descriptor) throws IOException {
        return keeper.wrotePhantom(out, object, descriptor);
    }

    /** Writes the payload of a record, if it has one; returns the descriptor of the fields that it has itself. */
    public static Object recordFields(ObjectOutputStream out, Object record, Object descriptor) throws IOException {
        return keeper.fieldsOf(out, record, descriptor);
    }

    /** Told that all of an object was written; writes its payload behind it. */
    public static void trailer(Object object, ObjectOutputStream out) throws IOException {
        keeper.writeTrailer(out, object);
    }

    /** Told that an object was written whole. */
    public static void written(Object object, ObjectOutputStream out) {
        keeper.sawWritten(out, object);
    }

    /** Told which object a stream writes, and what it has put in its place before: mostly the same. Returns the latter. */
    public static @Nullable Object standsIn(
            @Nullable Object replacement, @Nullable Object original, boolean unshared, ObjectOutputStream out) {
        if (replacement != original && replacement != null && original != null) {
            keeper.sawStandIn(out, original, replacement, unshared);
        }
        return replacement;
    }

    /** Told that a class's annotation was written; writes a payload behind it, if that is where it belongs. */
    public static void annotation(Object descriptor, ObjectOutputStream out) throws IOException {
        keeper.writeAnnotation(out, descriptor);
    }

    /** Told that a stream is about to ask what to write in the place of an object. */
    public static void replacing(@Nullable Object object, ObjectOutputStream out) {
        if (object != null) {
            keeper.sawReplacing(out, object);
        }
    }

    /** Returns what a stream is to write in the place of an object that has chosen a replacement. */
    public static @Nullable Object instead(
            @Nullable Object replacement, @Nullable Object original, ObjectOutputStream out) {
        return replacement == null || original == null ? replacement : keeper.chosenInstead(original, replacement);
    }

    /** Told that a stream writes another object in the place of one. */
    public static void replaced(
            Object original, @Nullable Object replacement, boolean unshared, ObjectOutputStream out) {
        keeper.sawReplacement(out, original, replacement, unshared);
    }

    /** Told that a stream refers back to an object. */
    public static void referred(int handle, ObjectOutputStream out) {
        keeper.sawReference(out, handle);
    }

    /** Told that a stream writes an object in a way of its own. */
    public static void overridden(@Nullable Object object, ObjectOutputStream out) {
        keeper.sawOverride(out, object);
    }

    /** Told that an object was read whole; returns it. */
    public static @Nullable Object objectRead(@Nullable Object object, ObjectInputStream in) throws IOException {
        keeper.sawObject(object, in);
        return object;
    }

    /** Told that an object could not be read; returns what to throw. */
    public static Throwable readFailed(Throwable failure, ObjectInputStream in) {
        return keeper.sawFailure(failure, in);
    }

    /** Told that a reader is handed an object; returns it. */
    public static @Nullable Object handedOut(@Nullable Object object, ObjectInputStream in) throws IOException {
        keeper.sawHandedOut(object, in);
        return object;
    }

    /** Returns the class for a descriptor of a class that patches travel in; null for any other. */
    public static @Nullable Class<?> own(Object descriptor) {
        return keeper.ownClass(descriptor);
    }

    /** Told that a reader is about to choose the class for a descriptor. */
    public static void resolving(ObjectInputStream in, Object descriptor) {
        keeper.sawResolving(in, descriptor);
    }

    /** Returns the class for a descriptor: what the reader has chosen, unless our frames misled it. */
    public static @Nullable Class<?> choose(ObjectInputStream in, Object descriptor, @Nullable Class<?> type)
            throws IOException {
        return keeper.chosen(in, descriptor, type);
    }

    /** Returns the reader's failure to choose a class, or null if one was found after all. */
    public static @Nullable ClassNotFoundException stillMissing(
            @Nullable ClassNotFoundException failure, @Nullable Class<?> type) {
        return type == null ? failure : null;
    }

    /** Told that a reader has chosen the class for a descriptor, and that its filter did not mind. */
    public static void resolved(ObjectInputStream in, Object descriptor, @Nullable Class<?> type) throws IOException {
        keeper.sawResolved(in, descriptor, type);
    }

    protected abstract CallSite linkSlot(Class<?> woven, String name, String descriptor, MethodType type);

    protected abstract CallSite linkFind(Class<?> woven, String name, String descriptor);

    protected abstract CallSite linkCall(Class<?> woven, String name, String descriptor, MethodType type);

    protected abstract @Nullable Object findAside(Object self, int method);

    protected abstract void sawClone(Object original, Object copy);

    protected abstract @Nullable Object findNow(Object table, Object self, int method) throws Throwable;

    protected abstract MethodHandle boxedCall(int method);

    protected abstract @Nullable Object slotNow(Object self);

    protected abstract void sawArray(ObjectOutputStream out, Object array);

    protected abstract Object descriptorOf(ObjectOutputStream out, Object object, Object descriptor);

    protected abstract boolean wrotePhantom(ObjectOutputStream out, Object object, Object descriptor)
            throws IOException;

    protected abstract Object fieldsOf(ObjectOutputStream out, Object record, Object descriptor) throws IOException;

    protected abstract void sawWritten(ObjectOutputStream out, Object object);

    protected abstract void sawStandIn(ObjectOutputStream out, Object original, Object replacement, boolean unshared);

    protected abstract void writeTrailer(ObjectOutputStream out, Object object) throws IOException;

    protected abstract void writeAnnotation(ObjectOutputStream out, Object descriptor) throws IOException;

    protected abstract void sawReplacing(ObjectOutputStream out, Object object);

    protected abstract @Nullable Object chosenInstead(Object original, Object replacement);

    protected abstract void sawReplacement(
            ObjectOutputStream out, Object original, @Nullable Object replacement, boolean unshared);

    protected abstract void sawReference(ObjectOutputStream out, int handle);

    protected abstract void sawOverride(ObjectOutputStream out, @Nullable Object object);

    protected abstract void sawObject(@Nullable Object object, ObjectInputStream in) throws IOException;

    protected abstract Throwable sawFailure(Throwable failure, ObjectInputStream in);

    protected abstract void sawHandedOut(@Nullable Object object, ObjectInputStream in) throws IOException;

    protected abstract @Nullable Class<?> ownClass(Object descriptor);

    protected abstract void sawResolving(ObjectInputStream in, Object descriptor);

    protected abstract @Nullable Class<?> chosen(ObjectInputStream in, Object descriptor, @Nullable Class<?> type)
            throws IOException;

    protected abstract void sawResolved(ObjectInputStream in, Object descriptor, @Nullable Class<?> type)
            throws IOException;
}
