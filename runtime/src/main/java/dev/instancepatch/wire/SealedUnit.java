package dev.instancepatch.wire;

import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.trust.KnownSeals;
import dev.instancepatch.trust.Seal;
import dev.instancepatch.trust.Signing;
import dev.instancepatch.trust.Statement;
import dev.instancepatch.trust.Unvouched;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A unit in the annotation of a class descriptor, with a signature: the seal in a block, and the unit's own object. */
final class SealedUnit implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Seal seal;
    private transient @Nullable UnitBytes unit;

    private SealedUnit(Seal seal, UnitBytes unit) {
        this.seal = seal;
        this.unit = unit;
    }

    /** Returns what a stream carries for a class: its unit, signed if this JVM signs or knows a signature. */
    static Object of(ClassUnit unit) {
        Statement statement = Statements.ofClass(unit.contentHash());
        boolean signs = Signing.isOn() && !Unvouched.includes(unit.contentHash());
        Seal seal = signs ? Signing.seal(statement) : KnownSeals.any() ? KnownSeals.of(statement) : null;
        return seal == null ? UnitBytes.of(unit) : new SealedUnit(seal, UnitBytes.of(unit));
    }

    @Nullable
    Seal seal() {
        return seal;
    }

    @Nullable
    UnitBytes unit() {
        return unit;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        Objects.requireNonNull(seal).write(out);
        out.writeObject(unit);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        seal = Seal.read(in);
        unit = in.readObject() instanceof UnitBytes read ? read : null;
    }
}
