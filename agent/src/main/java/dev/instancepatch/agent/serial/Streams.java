package dev.instancepatch.agent.serial;

import dev.instancepatch.agent.backstage.Backstage;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.io.ObjectStreamField;
import java.io.OptionalDataException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The private members of java.io that the hooks use, looked up once; a JDK without them fails here, and says so. */
final class Streams {
    private static final MethodHandle NEW_DESCRIPTOR;
    private static final VarHandle SUPER_DESCRIPTOR;
    private static final VarHandle FIELDS;
    private static final VarHandle READ_DEPTH;
    private static final MethodHandle END_OF_DATA;
    private static final VarHandle WRITE_DEPTH;
    private static final VarHandle PROTOCOL;
    private static final MethodHandle HANDLES;
    private static final MethodHandle HANDLE;
    private static final MethodHandle WRITTEN;
    private static final MethodHandle WRITE;

    static {
        try {
            MethodHandles.Lookup descriptors = Backstage.lookupIn(ObjectStreamClass.class);
            NEW_DESCRIPTOR = descriptors.findConstructor(
                    ObjectStreamClass.class, MethodType.methodType(void.class, Class.class));
            SUPER_DESCRIPTOR = descriptors.findVarHandle(ObjectStreamClass.class, "superDesc", ObjectStreamClass.class);
            FIELDS = descriptors.findVarHandle(ObjectStreamClass.class, "fields", ObjectStreamField[].class);
            READ_DEPTH = Backstage.lookupIn(ObjectInputStream.class)
                    .findVarHandle(ObjectInputStream.class, "depth", long.class);
            END_OF_DATA = Backstage.lookupIn(OptionalDataException.class)
                    .findConstructor(OptionalDataException.class, MethodType.methodType(void.class, boolean.class));
            MethodHandles.Lookup out = Backstage.lookupIn(ObjectOutputStream.class);
            WRITE_DEPTH = out.findVarHandle(ObjectOutputStream.class, "depth", int.class);
            PROTOCOL = out.findVarHandle(ObjectOutputStream.class, "protocol", int.class);
            WRITE = out.findVirtual(
                    ObjectOutputStream.class,
                    "writeObject0",
                    MethodType.methodType(void.class, Object.class, boolean.class));
            Class<?> table = Class.forName("java.io.ObjectOutputStream$HandleTable", false, null);
            MethodHandles.Lookup tables = Backstage.lookupIn(table);
            HANDLES = out.findGetter(ObjectOutputStream.class, "handles", table)
                    .asType(MethodType.methodType(Object.class, ObjectOutputStream.class));
            HANDLE = tables.findVirtual(table, "lookup", MethodType.methodType(int.class, Object.class))
                    .asType(MethodType.methodType(int.class, Object.class, Object.class));
            WRITTEN = tables.findGetter(table, "objs", Object[].class)
                    .asType(MethodType.methodType(Object[].class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Streams() {}

    /** Makes a descriptor of a class, equal to the JDK's cached one. */
    static ObjectStreamClass descriptor(Class<?> type) {
        try {
            return (ObjectStreamClass) NEW_DESCRIPTOR.invokeExact((Class<?>) type);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot describe " + type, e);
        }
    }

    /** Makes a descriptor of a class with another super descriptor. */
    static ObjectStreamClass descriptor(Class<?> type, ObjectStreamClass superDescriptor) {
        ObjectStreamClass made = descriptor(type);
        SUPER_DESCRIPTOR.set(made, superDescriptor);
        return made;
    }

    /** Makes a descriptor of a class with one field more, after all others. */
    static ObjectStreamClass descriptor(Class<?> type, ObjectStreamField last) {
        ObjectStreamClass made = descriptor(type);
        ObjectStreamField[] own = (ObjectStreamField[]) FIELDS.get(made);
        ObjectStreamField[] all = Arrays.copyOf(own, own.length + 1);
        all[own.length] = last;
        FIELDS.set(made, all);
        return made;
    }

    static @Nullable ObjectStreamClass superDescriptor(ObjectStreamClass descriptor) {
        return (ObjectStreamClass) SUPER_DESCRIPTOR.get(descriptor);
    }

    /** Returns how deep in its graph a stream is reading: 1 for a root. */
    static long depth(ObjectInputStream in) {
        return (long) READ_DEPTH.get(in);
    }

    /** Returns how deep in its graph a stream is writing: 1 for a root. */
    static int depth(ObjectOutputStream out) {
        return (int) WRITE_DEPTH.get(out);
    }

    /** Returns true if external data is written without an end that a reader could skip to. */
    static boolean hasNoBlocks(ObjectOutputStream out) {
        return (int) PROTOCOL.get(out) == ObjectStreamConstants.PROTOCOL_VERSION_1;
    }

    /** Returns the number under which an object stands in a stream, -1 if it does not. */
    static int handle(ObjectOutputStream out, Object object) {
        try {
            return (int) HANDLE.invokeExact((Object) HANDLES.invokeExact(out), object);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // a look into a table
        }
    }

    /** Returns what a stream has written so far, oldest first; has empty places. */
    static @Nullable Object[] written(ObjectOutputStream out) {
        try {
            return (Object[]) WRITTEN.invokeExact((Object) HANDLES.invokeExact(out));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // two field reads
        }
    }

    /** Writes an object into what a stream is in the middle of. */
    static void write(ObjectOutputStream out, Object object) throws IOException {
        try {
            WRITE.invokeExact(out, object, false);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // declares IOException only
        }
    }

    /** Returns what a reader gets that asks for an object where a class's data has ended. */
    static OptionalDataException endOfData() {
        try {
            return (OptionalDataException) END_OF_DATA.invokeExact(true);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // sets two fields
        }
    }
}
