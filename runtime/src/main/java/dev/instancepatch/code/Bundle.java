package dev.instancepatch.code;

import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The code of one function: a slice of the class that wrote it, and where to enter it. Captured values are not part of it, so
 * that functions made by one lambda share one bundle. Immutable.
 *
 * <p>Example: {@code (Turkey self) -> "SQUAWK"} written in {@code com.acme.Main} is one class {@code com/acme/Main} with one
 * method.
 */
public final class Bundle {
    /** The name of the method to enter: lambda bodies are renamed in the order they are found, so it is always the first. */
    public static final String ENTRY = "lambda$0";

    private static final Set<String> VALUES = Set.of(
            "Ljava/lang/String;",
            "Ljava/lang/Integer;",
            "Ljava/lang/Long;",
            "Ljava/lang/Double;",
            "Ljava/lang/Boolean;");

    private final List<String> interfaces; // dev/instancepatch/Replacement0
    private final String entryDescriptor; // (Lcom/acme/Turkey;)Ljava/lang/Object;, captured values first
    private final String functionDescriptor; // (Lcom/acme/Turkey;)Ljava/lang/Object;
    private final String declaredDescriptor; // the same, unless Turkey is not public: then that one says Object
    private final ClassUnit code; // com/acme/Main; the one to enter first
    private final Set<ClassUnit> units; // what that leads to
    private volatile @Nullable List<ClassImage> allClasses; // made when asked for
    private final int functionParameters;
    private final int captured;
    private final byte[] encoded;
    private final String
            contentHash; // of exactly these bytes and those of the units it uses, debug information included

    /** Makes a bundle of its parts. */
    public Bundle(
            List<String> interfaces,
            String entryDescriptor,
            String functionDescriptor,
            String declaredDescriptor,
            ClassUnit code) {
        this(interfaces, entryDescriptor, functionDescriptor, declaredDescriptor, code, null);
    }

    Bundle(
            List<String> interfaces,
            String entryDescriptor,
            String functionDescriptor,
            String declaredDescriptor,
            ClassUnit code,
            byte @Nullable [] encoded) {
        this.interfaces = List.copyOf(interfaces);
        this.entryDescriptor = entryDescriptor;
        this.functionDescriptor = functionDescriptor;
        this.declaredDescriptor = declaredDescriptor;
        this.code = code;
        this.units = Collections.unmodifiableSet(ClassUnit.closure(code.uses()));
        this.functionParameters = Descriptors.parameterCount(functionDescriptor);
        this.captured = Descriptors.parameterCount(entryDescriptor) - functionParameters;
        this.encoded = encoded == null ? BundleCodec.encode(this) : encoded;
        this.contentHash = Hashes.ofCode(this.encoded, code.uses());
    }

    /** Returns the internal name of the functional interface. */
    public String interfaceName() {
        return interfaces.get(0);
    }

    /** Returns the internal names of all interfaces that the function implements; the functional one comes first. */
    public List<String> interfaces() {
        return interfaces;
    }

    /** Returns the descriptor of the method to enter: the captured values' types, then the function's own. */
    public String entryDescriptor() {
        return entryDescriptor;
    }

    /** Returns the types the function is linked with: those it was written with, as far as its code may name them here. */
    public String functionDescriptor() {
        return functionDescriptor;
    }

    /** Returns the types the function was written with: the lambda's instantiated method type. */
    public String declaredDescriptor() {
        return declaredDescriptor;
    }

    /** Returns the slices, of which the first holds the entry, and the units they use. */
    public ClassUnit code() {
        return code;
    }

    /** Returns the class that holds the entry. */
    public ClassImage host() {
        return code.classes().get(0);
    }

    /** Returns all classes, those of the units it uses included, each once. */
    public List<ClassImage> allClasses() {
        List<ClassImage> known = allClasses;
        if (known == null) {
            known = Stream.concat(Stream.of(code), units.stream())
                    .flatMap(unit -> unit.classes().stream())
                    .toList();
            allClasses = known;
        }
        return known;
    }

    /** Returns the units that its code leads to, each once. */
    public Set<ClassUnit> units() {
        return units;
    }

    /** Returns the bundle's own bytes, without the units it uses, always the same array. Not to be changed. */
    public byte[] encoded() {
        return encoded;
    }

    /** Returns a hash over all of the bytes, those of the units it uses included, {@code sha256:} and 64 hexadecimal digits. */
    public String contentHash() {
        return contentHash;
    }

    /** Returns how many captured values the entry takes. */
    public int capturedCount() {
        return captured;
    }

    /** Returns true if a captured value may lead to other objects. */
    public boolean capturesObjects() {
        return Descriptors.parameters(entryDescriptor).stream()
                .limit(captured)
                .anyMatch(type -> type.length() > 1 && !VALUES.contains(type));
    }

    /** Returns how many arguments the function takes. */
    public int functionParameterCount() {
        return functionParameters;
    }

    /** Returns the entry's type, with classes found through a loader. */
    public MethodType entryType(ClassLoader loader) {
        return MethodType.fromMethodDescriptorString(entryDescriptor, loader);
    }

    /** Equal if all bytes are, debug information included. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Bundle bundle && bundle.contentHash.equals(contentHash));
    }

    @Override
    public int hashCode() {
        return contentHash.hashCode();
    }
}
