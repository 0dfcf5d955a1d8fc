package dev.instancepatch.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one class file says of itself, once all of its structure was found to be as the JVM specification has it (JVMS 4): nothing is
 * missing, nothing stands behind its end, and every index leads to a constant of the right kind.
 *
 * <p>Says nothing of what the code does: whether it keeps to its types is for a verifier to find out.
 */
public final class ClassFile {
    private final int majorVersion;
    private final int minorVersion;
    private final int access;
    private final String name;
    private final @Nullable String superName;
    private final List<String> interfaces;
    private final List<Member> methods;
    private final ClassReferences references;

    /**
     * A field or method that a class declares.
     *
     * @param access its flags (JVMS 4.5, 4.6)
     */
    public record Member(String name, String descriptor, int access) {}

    ClassFile(ClassFileReader read) throws MalformedBundleException {
        this.majorVersion = read.majorVersion;
        this.minorVersion = read.minorVersion;
        this.access = read.access;
        this.name = read.name;
        this.superName = read.superName;
        this.interfaces = List.copyOf(read.interfaces);
        this.methods = List.copyOf(read.methods);
        this.references = new ClassReferences(read.pool);
    }

    /**
     * Reads a class file from its first byte to its last. Takes time and memory in proportion to its length, and no deep stack.
     *
     * @throws MalformedBundleException with the reason, if it is none
     */
    public static ClassFile of(ClassImage image) throws MalformedBundleException {
        return new ClassFile(new ClassFileReader(new ClassBytes(image.bytes())));
    }

    /** Returns the internal name that the class has, whatever it was sent as. */
    public String name() {
        return name;
    }

    /** Returns the superclass's internal name; null for {@code java/lang/Object}. */
    public @Nullable String superName() {
        return superName;
    }

    /** Returns the internal names of the interfaces that it implements itself. */
    public List<String> interfaces() {
        return interfaces;
    }

    /** Returns for example 61 for Java 17. */
    public int majorVersion() {
        return majorVersion;
    }

    /** Returns 65535 for a class that uses preview features. */
    public int minorVersion() {
        return minorVersion;
    }

    /** Returns the class's flags (JVMS 4.1). */
    public int access() {
        return access;
    }

    /** Returns the methods that it declares, constructors and initializer included. */
    public List<Member> methods() {
        return methods;
    }

    /** Returns what it names. */
    public ClassReferences references() {
        return references;
    }
}
