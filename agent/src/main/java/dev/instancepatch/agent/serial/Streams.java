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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The private members of java.io that the hooks use, looked up once; a JDK without them fails here, and says so. */
final class Streams {
    private static final MethodHandle NEW_DESCRIPTOR;
    private static final VarHandle SUPER_DESCRIPTOR;
    private static final VarHandle FIELDS;
    private static final VarHandle SUID;
    private static final List<VarHandle> KINDS;
    private static final VarHandle READ_DEPTH;
    private static final MethodHandle END_OF_DATA;
    private static final VarHandle WRITE_DEPTH;
    private static final VarHandle PROTOCOL;
    private static final MethodHandle HANDLES;
    private static final MethodHandle HANDLE;
    private static final MethodHandle WRITTEN;
    private static final MethodHandle REPLACED;
    private static final MethodHandle REPLACED_HANDLES;
    private static final MethodHandle WRITE;
    private static final MethodHandle READ;
    private static final MethodHandle INPUT_HANDLES;
    private static final MethodHandle SET_OBJECT;
    private static final VarHandle PASSED_HANDLE;
    private static final MethodHandle INPUT;
    private static final MethodHandle IN_BLOCKS;
    private static final MethodHandle SET_BLOCKS;
    private static final MethodHandle REMAINING;
    private static final MethodHandle PEEK;

    static {
        try {
            MethodHandles.Lookup descriptors = Backstage.lookupIn(ObjectStreamClass.class);
            NEW_DESCRIPTOR = descriptors.findConstructor(
                    ObjectStreamClass.class, MethodType.methodType(void.class, Class.class));
            SUPER_DESCRIPTOR = descriptors.findVarHandle(ObjectStreamClass.class, "superDesc", ObjectStreamClass.class);
            FIELDS = descriptors.findVarHandle(ObjectStreamClass.class, "fields", ObjectStreamField[].class);
            SUID = descriptors.findVarHandle(ObjectStreamClass.class, "suid", Long.class);
            KINDS = List.of(
                    descriptors.findVarHandle(ObjectStreamClass.class, "serializable", boolean.class),
                    descriptors.findVarHandle(ObjectStreamClass.class, "externalizable", boolean.class),
                    descriptors.findVarHandle(ObjectStreamClass.class, "hasWriteObjectData", boolean.class),
                    descriptors.findVarHandle(ObjectStreamClass.class, "hasBlockExternalData", boolean.class));
            MethodHandles.Lookup in = Backstage.lookupIn(ObjectInputStream.class);
            READ_DEPTH = in.findVarHandle(ObjectInputStream.class, "depth", long.class);
            PASSED_HANDLE = in.findVarHandle(ObjectInputStream.class, "passHandle", int.class);
            READ = in.findVirtual(
                    ObjectInputStream.class,
                    "readObject0",
                    MethodType.methodType(Object.class, Class.class, boolean.class));
            Class<?> blocks = Class.forName("java.io.ObjectInputStream$BlockDataInputStream", false, null);
            MethodHandles.Lookup block = Backstage.lookupIn(blocks);
            Class<?> readTable = Class.forName("java.io.ObjectInputStream$HandleTable", false, null);
            INPUT_HANDLES = in.findGetter(ObjectInputStream.class, "handles", readTable)
                    .asType(MethodType.methodType(Object.class, ObjectInputStream.class));
            MethodHandle set = Backstage.lookupIn(readTable)
                    .findVirtual(readTable, "setObject", MethodType.methodType(void.class, int.class, Object.class));
            SET_OBJECT = set.asType(set.type().changeParameterType(0, Object.class));
            INPUT = in.findGetter(ObjectInputStream.class, "bin", blocks)
                    .asType(MethodType.methodType(Object.class, ObjectInputStream.class));
            IN_BLOCKS = ofBlocks(block, blocks, "getBlockDataMode", MethodType.methodType(boolean.class));
            SET_BLOCKS =
                    ofBlocks(block, blocks, "setBlockDataMode", MethodType.methodType(boolean.class, boolean.class));
            REMAINING = ofBlocks(block, blocks, "currentBlockRemaining", MethodType.methodType(int.class));
            PEEK = ofBlocks(block, blocks, "peekByte", MethodType.methodType(byte.class));
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
            Class<?> replaced = Class.forName("java.io.ObjectOutputStream$ReplaceTable", false, null);
            REPLACED = out.findGetter(ObjectOutputStream.class, "subs", replaced)
                    .asType(MethodType.methodType(Object.class, ObjectOutputStream.class));
            REPLACED_HANDLES = Backstage.lookupIn(replaced)
                    .findGetter(replaced, "htab", table)
                    .asType(MethodType.methodType(Object.class, Object.class));
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

    /** Makes a descriptor that names a class and says nothing else of it, so that the reader's may be any version. */
    static ObjectStreamClass name(Class<?> type) {
        ObjectStreamClass made = descriptor(type);
        KINDS.forEach(kind -> kind.set(made, false));
        SUID.set(made, (Long) 0L);
        FIELDS.set(made, ObjectStreamClass.NO_FIELDS);
        SUPER_DESCRIPTOR.set(made, (ObjectStreamClass) null);
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
        } catch (Error overflow) {
            throw overflow; // of the stack, in the middle of a deep graph
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // a look into a table
        }
    }

    /** Returns what a stream has written so far, oldest first; has empty places. */
    static @Nullable Object[] written(ObjectOutputStream out) {
        try {
            Object handles = (Object) HANDLES.invokeExact(out);
            return handles == null ? new Object[0] : (Object[]) WRITTEN.invokeExact(handles); // null if overridden
        } catch (Error overflow) {
            throw overflow; // of the stack, in the middle of a deep graph
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // two field reads
        }
    }

    /** Returns the objects in whose place a stream has written others; has empty places. */
    static @Nullable Object[] replaced(ObjectOutputStream out) {
        try {
            Object table = replacedHandles(out);
            return table == null ? new Object[0] : (Object[]) WRITTEN.invokeExact(table);
        } catch (Error overflow) {
            throw overflow; // of the stack, in the middle of a deep graph
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // field reads
        }
    }

    /** Returns true if a stream can refer back to an object, or to what it has written in its place. */
    static boolean hasWritten(ObjectOutputStream out, Object object) {
        try {
            Object table = replacedHandles(out);
            return handle(out, object) >= 0 || (table != null && (int) HANDLE.invokeExact(table, object) >= 0);
        } catch (Error overflow) {
            throw overflow; // of the stack, in the middle of a deep graph
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // looks into tables
        }
    }

    private static @Nullable Object replacedHandles(ObjectOutputStream out) throws Throwable {
        Object replaced = (Object) REPLACED.invokeExact(out);
        return replaced == null ? null : (Object) REPLACED_HANDLES.invokeExact(replaced);
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

    private static MethodHandle ofBlocks(MethodHandles.Lookup lookup, Class<?> blocks, String name, MethodType type)
            throws ReflectiveOperationException {
        MethodHandle method = lookup.findVirtual(blocks, name, type);
        return method.asType(method.type().changeParameterType(0, Object.class));
    }

    /** Returns true if the next that stands in an annotation is an object, or a reference to one. */
    static boolean isObjectNext(ObjectInputStream in) throws IOException {
        byte next = next(in);
        return next == ObjectStreamConstants.TC_OBJECT || next == ObjectStreamConstants.TC_REFERENCE;
    }

    /** Returns true if nothing is left of the custom data, or of the annotation, that a stream is reading. */
    static boolean isAtEnd(ObjectInputStream in) throws IOException {
        return next(in) == ObjectStreamConstants.TC_ENDBLOCKDATA;
    }

    /** Returns the type code behind the block that a stream is reading; 0, which is none, in the middle of a block or outside of any. */
    private static byte next(ObjectInputStream in) throws IOException {
        try {
            Object input = (Object) INPUT.invokeExact(in);
            if (input == null || !(boolean) IN_BLOCKS.invokeExact(input) || (int) REMAINING.invokeExact(input) > 0) {
                return 0;
            }
            boolean before = (boolean) SET_BLOCKS.invokeExact(input, false);
            byte next = (byte) PEEK.invokeExact(input);
            before = (boolean) SET_BLOCKS.invokeExact(input, true);
            return next;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // declare IOException only
        }
    }

    /** Reads an object out of an annotation, as the stream itself would skip it. */
    static @Nullable Object read(ObjectInputStream in) throws IOException {
        int passed = (int) PASSED_HANDLE.get(in);
        try {
            return (Object) READ.invokeExact(in, (Class<?>) Object.class, false);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // declares IOException only
        } finally {
            PASSED_HANDLE.set(in, passed);
        }
    }

    /** Lets references to the object that a stream is in the middle of reading lead to another. */
    static void standIn(ObjectInputStream in, Object stand) {
        try {
            SET_OBJECT.invokeExact((Object) INPUT_HANDLES.invokeExact(in), (int) PASSED_HANDLE.get(in), stand);
        } catch (Error overflow) {
            throw overflow; // of the stack, in the middle of a deep graph
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // a write into a table
        }
    }

    /** Returns what a reader gets that asks for an object where a class's data has ended. */
    static OptionalDataException endOfData() {
        try {
            return (OptionalDataException) END_OF_DATA.invokeExact(true);
        } catch (Error overflow) {
            throw overflow; // of the stack, in the middle of a deep graph
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // sets two fields
        }
    }
}
