package dev.instancepatch.code;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Classes that travel together, and live in one loader where they arrive: a class whose instances travel, with those that cannot
 * be told apart from it, because each leads to the other. Equal bytes are one class for all functions of a JVM. Immutable.
 *
 * <p>Example: a private record {@code com.acme.Main.Point} is a unit of two classes, {@code com/acme/Main$Point} whole, and a
 * slice of {@code com/acme/Main}, which encloses it.
 */
public final class ClassUnit {
    private static final byte[] NONE = {};

    private final List<ClassImage> classes;
    private final int exported; // the first so many are for others to use
    private final byte[] statics; // what static final fields held, as a stream of its own
    private final List<ClassUnit> uses;
    private volatile byte @Nullable [] encoded; // made when asked for
    private volatile @Nullable String contentHash; // of exactly these bytes and those of the units it uses

    /**
     * Makes a unit of its parts.
     *
     * @param exported how many of the classes, from the first, others may name
     * @param statics the values that the code takes for those of static fields, empty for none; not to be changed
     * @param uses units with the other classes that its code names and the receiver is not expected to have
     */
    public ClassUnit(List<ClassImage> classes, int exported, byte[] statics, List<ClassUnit> uses) {
        this(classes, exported, statics, uses, null);
    }

    ClassUnit(List<ClassImage> classes, int exported, byte[] statics, List<ClassUnit> uses, byte @Nullable [] encoded) {
        this.classes = List.copyOf(classes);
        this.exported = exported;
        this.statics = statics.length == 0 ? NONE : statics;
        this.uses = List.copyOf(uses);
        this.encoded = encoded;
    }

    /** Returns the classes; those that others may name come first. */
    public List<ClassImage> classes() {
        return classes;
    }

    /** Returns the classes that others may name. */
    public List<ClassImage> exported() {
        return classes.subList(0, exported);
    }

    /** Returns what static final fields held, as a stream of its own; empty if the code reads none. Not to be changed. */
    public byte[] statics() {
        return statics;
    }

    /** Returns the units whose classes it names. */
    public List<ClassUnit> uses() {
        return uses;
    }

    /** Returns its classes and those of the units that it leads to, each once. */
    public List<ClassImage> allClasses() {
        return closure(List.of(this)).stream()
                .flatMap(each -> each.classes.stream())
                .toList();
    }

    /** Returns units and all that they lead to, each once. */
    public static Set<ClassUnit> closure(Collection<ClassUnit> units) {
        Set<ClassUnit> all = new LinkedHashSet<>();
        collect(units, all);
        return all;
    }

    private static void collect(Collection<ClassUnit> units, Set<ClassUnit> all) {
        for (ClassUnit unit : units) {
            if (all.add(unit)) {
                collect(unit.uses, all);
            }
        }
    }

    /** Returns the unit's own bytes, without the units it uses. Not to be changed. */
    public byte[] encoded() {
        byte[] known = encoded;
        if (known == null) {
            known = UnitCodec.encode(this);
            encoded = known;
        }
        return known;
    }

    /** Returns a hash over all of the bytes, those of the units it uses included, {@code sha256:} and 64 hexadecimal digits. */
    public String contentHash() {
        String known = contentHash;
        if (known == null) {
            known = Hashes.ofCode(encoded(), uses);
            contentHash = known;
        }
        return known;
    }

    /** Equal if all bytes are, debug information included. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ClassUnit unit && unit.contentHash().equals(contentHash()));
    }

    @Override
    public int hashCode() {
        return contentHash().hashCode();
    }
}
