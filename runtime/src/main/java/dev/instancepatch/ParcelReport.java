package dev.instancepatch;

import dev.instancepatch.inspect.Inspection;
import java.util.List;
import java.util.Optional;

/**
 * What a parcel holds, as its bytes say: names, and nothing that was loaded. A name proves nothing about the class that the
 * reading JVM has under it. Immutable; {@link #toString} is a text of several lines for people.
 */
public final class ParcelReport {
    private final int formatVersion;
    private final int size;
    private final int inflatedSize;
    private final Optional<String> keyId;
    private final Optional<String> rootClass;
    private final List<PackedClass> classes;
    private final List<PackedBundle> bundles;
    private final List<PackedUnit> units;
    private final List<PackedPatch> patches;

    ParcelReport(int formatVersion, int size, int inflatedSize, Optional<String> keyId, Inspection content) {
        this.formatVersion = formatVersion;
        this.size = size;
        this.inflatedSize = inflatedSize;
        this.keyId = keyId;
        this.rootClass = Optional.ofNullable(content.rootClass());
        this.classes = List.copyOf(content.classes());
        this.bundles = List.copyOf(content.bundles());
        this.units = List.copyOf(content.units());
        this.patches = List.copyOf(content.patches());
    }

    /**
     * A class whose objects, or whose description, a parcel holds.
     *
     * @param name as {@link Class#getName} prints it; for a dynamic proxy {@code proxy of} and its interfaces
     * @param serialVersionUID the version that the sender has; 0 for enums, proxies, and classes that stand there for their name
     * @param objects how many objects are of exactly this class
     */
    public record PackedClass(String name, long serialVersionUID, int objects) {}

    /**
     * The code of one function.
     *
     * @param hash over all of its bytes, {@code sha256:} and 64 hexadecimal digits
     * @param hostClass the class that wrote it
     * @param declaredType the function's parameters and result as it was written with them, a descriptor (JVMS 4.3.3)
     * @param interfaceName the interface it is called through, as {@link Class#getName} prints it
     * @param classes how many classes it is written in, without {@link ParcelReport#units} that it uses
     * @param classFileVersion the newest class file's major version: 61 is Java 17
     * @param size how many bytes the bundle takes
     */
    public record PackedBundle(
            String hash,
            String hostClass,
            String declaredType,
            String interfaceName,
            int classes,
            int classFileVersion,
            int size) {}

    /**
     * Classes that travel whole: local and nested ones of a function, or those of packages that travel by value.
     *
     * @param hash over all of their bytes, {@code sha256:} and 64 hexadecimal digits
     * @param classes their names, as {@link Class#getName} prints them
     * @param classFileVersion the newest class file's major version: 61 is Java 17
     * @param size how many bytes they take
     */
    public record PackedUnit(String hash, List<String> classes, int classFileVersion, int size) {}

    /**
     * A patch of one object, or of several with equal ones.
     *
     * @param patchedClass the class of the patched object
     * @param declaringClass the class or interface that declares the method
     * @param method its name
     * @param descriptor its descriptor (JVMS 4.3.3)
     * @param interfaceName the interface of the function, as {@link Class#getName} prints it
     * @param reason what the sender's patcher said
     * @param bundleHash the code, one of {@link ParcelReport#bundles}
     */
    public record PackedPatch(
            String patchedClass,
            String declaringClass,
            String method,
            String descriptor,
            String interfaceName,
            Optional<String> reason,
            String bundleHash) {}

    /** Returns the version of the container's format. */
    public int formatVersion() {
        return formatVersion;
    }

    /** Returns how many bytes the parcel takes. */
    public int size() {
        return size;
    }

    /** Returns how many bytes the object stream in it takes. */
    public int inflatedSize() {
        return inflatedSize;
    }

    /** Returns the key that the parcel says it is signed with, 16 hexadecimal digits; empty if it is not. Nothing was verified. */
    public Optional<String> keyId() {
        return keyId;
    }

    /** Returns the name of the root's class, as {@link Class#getName} prints it; empty if the root is null. */
    public Optional<String> rootClass() {
        return rootClass;
    }

    /** Returns all classes that are described, superclasses and this library's own included, in the order of the stream. */
    public List<PackedClass> classes() {
        return classes;
    }

    /** Returns the code of functions, each once, in the order of the stream. */
    public List<PackedBundle> bundles() {
        return bundles;
    }

    /** Returns the classes that travel whole, each unit once, in the order of the stream. */
    public List<PackedUnit> units() {
        return units;
    }

    /** Returns the patches, in the order of the stream. */
    public List<PackedPatch> patches() {
        return patches;
    }

    /** Returns a text of several lines. What is not printable ASCII is escaped: names may come from anybody. */
    @Override
    public String toString() {
        return ReportText.of(this);
    }
}
