package dev.instancepatch;

import dev.instancepatch.inspect.Inspection;
import dev.instancepatch.parcel.Opened;
import dev.instancepatch.parcel.Parcels;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.refusal.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Packs a graph of Serializable objects into one blob, and unpacks it in another JVM: {@code Parcel.unpack(Parcel.pack(turkey))}.
 *
 * <p>A parcel is an object stream in a container: deflated where that saves bytes, with a format version, its length, and a
 * checksum, so that damage is told from content. Patches travel in it as in any {@link java.io.ObjectOutputStream}, and are
 * received under the same {@link Trust}; what Java serialization does while it reads, {@code readObject} of classes on the class path,
 * no policy of ours prevents. The checksum is against accidents, not against attackers.
 *
 * <p>Graphs may be nested as deeply as this JVM's memory allows, not as its stacks do. What overflows the caller's stack is done
 * again in a thread with a larger one, while the caller waits: a graph as deep as that must not need thread-locals, or locks that
 * the caller holds, to be written and read, and its {@code writeObject} and {@code readObject} may run twice.
 *
 * <p>All methods are safe from any thread. The option {@code max-bytes=N} limits how long the object stream in a parcel may be, here
 * and there; 64 MiB where nobody said otherwise. Objects that are not patched need only the runtime, on both sides.
 */
public final class Parcel {
    private Parcel() {}

    /**
     * Packs a graph.
     *
     * @param graph the root; null is packed, too
     * @return the parcel
     * @throws PatchException with {@link Code#NOT_SERIALIZABLE} and the path to the object, {@link Code#NOT_CAPTURABLE} or
     *     {@link Code#NOT_CARRIED} for patches that cannot travel, {@link Code#TOO_DEEP}, {@link Code#PARCEL_TOO_LARGE}
     * @throws UncheckedIOException if an object's own {@code writeObject} throws an {@link IOException}
     */
    public static byte[] pack(@Nullable Object graph) {
        try {
            return Parcels.pack(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Unpacks a graph. Its classes are those that the calling code sees: they are found through the loader of the nearest class on
     * the stack that is not of the JDK, else through the thread's context class loader.
     *
     * @param parcel all of a parcel and nothing else; it is not kept
     * @return the root; null if null was packed
     * @throws RefusedPatchException with {@link Code#MALFORMED_PARCEL}, {@link Code#UNKNOWN_FORMAT},
     *     {@link Code#PARCEL_TOO_LARGE}, {@link Code#TOO_DEEP} or {@link Code#MISSING_CLASS}, and for patches as when any other stream
     *     is read
     * @throws IOException as {@link java.io.ObjectInputStream#readObject} does
     */
    public static @Nullable Object unpack(byte[] parcel) throws IOException {
        return Parcels.unpack(Parcels.open(require(parcel)));
    }

    /**
     * Unpacks a graph whose root is of a class.
     *
     * @param parcel all of a parcel and nothing else; it is not kept
     * @param type a class or interface that the root has
     * @return the root; null if null was packed
     * @throws RefusedPatchException with {@link Code#UNEXPECTED_CLASS} if the root is of another class, and as
     *     {@link #unpack(byte[])} does
     * @throws IOException as {@link java.io.ObjectInputStream#readObject} does
     */
    public static <T> @Nullable T unpack(byte[] parcel, Class<T> type) throws IOException {
        if (type == null) {
            throw Refusals.nullArgument("The class to unpack");
        }
        Object root = Parcels.unpack(Parcels.open(require(parcel)));
        if (root != null && !type.isInstance(root)) {
            throw ReadRefusals.unexpectedClass(type, root.getClass());
        }
        return type.cast(root);
    }

    /**
     * Packs a graph and writes the parcel, all of it or nothing. Several may follow each other.
     *
     * @param graph the root; null is packed, too
     * @param out is neither flushed nor closed
     * @throws PatchException as {@link #pack} does
     * @throws IOException if an object's own {@code writeObject} or {@code out} throws it
     */
    public static void write(@Nullable Object graph, OutputStream out) throws IOException {
        if (out == null) {
            throw Refusals.nullArgument("The stream to write to");
        }
        out.write(Parcels.pack(graph));
    }

    /**
     * Reads one parcel, and not a byte behind it, and unpacks its graph as {@link #unpack(byte[])} does.
     *
     * @param in is not closed; for a file or a socket a buffered one
     * @return the root; null if null was packed
     * @throws java.io.EOFException if the stream has ended
     * @throws RefusedPatchException as {@link #unpack(byte[])} does; behind a damaged parcel a stream is not for reading on
     * @throws IOException if {@code in} throws it, or as {@link java.io.ObjectInputStream#readObject} does
     */
    public static @Nullable Object read(InputStream in) throws IOException {
        if (in == null) {
            throw Refusals.nullArgument("The stream to read from");
        }
        return Parcels.unpack(Parcels.open(in));
    }

    /**
     * Says what a parcel holds. Reads its bytes only: no class is looked for, and nothing of it is defined, resolved or run,
     * whatever the bytes are. Objects of a class whose {@code writeObject} does not begin with {@code defaultWriteObject} or
     * {@code putFields} (Java Object Serialization Specification, 2.3) cannot be told from damage by anybody who lacks the class.
     *
     * @param parcel all of a parcel and nothing else; it is not kept
     * @throws RefusedPatchException with {@link Code#MALFORMED_PARCEL}, {@link Code#MALFORMED_PAYLOAD},
     *     {@link Code#UNKNOWN_FORMAT}, {@link Code#PARCEL_TOO_LARGE} or {@link Code#TOO_DEEP}
     */
    public static ParcelReport inspect(byte[] parcel) throws IOException {
        Opened opened = Parcels.open(require(parcel));
        return new ParcelReport(
                opened.format(), opened.size(), opened.inflatedSize(), opened.keyId(), Inspection.of(opened.stream()));
    }

    private static byte[] require(byte[] parcel) {
        if (parcel == null) {
            throw Refusals.nullArgument("The parcel");
        }
        return parcel;
    }
}
