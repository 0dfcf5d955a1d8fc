package dev.instancepatch.wire;

import dev.instancepatch.Origin;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.table.FunctionInterface;
import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.trust.Signing;
import dev.instancepatch.trust.Unvouched;
import java.io.ObjectStreamClass;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One patch on its way into a stream.
 *
 * @param declaring descriptor of the class that declares the method; the very one that the stream has written already, where
 *     it has
 * @param patch which method, and what is known of the patch
 * @param function its code and captured values
 * @param owner the patched object, where the function captured it: it then travels as a mark, not as a reference
 */
public record OutgoingPatch(
        ObjectStreamClass declaring,
        PatchRecord patch,
        CapturedFunction function,
        @Nullable Object owner) {

    boolean isOwner(int captured) {
        return owner != null && function.captured()[captured] == owner;
    }

    /** Returns for each captured value whether it is the patched object. */
    boolean[] owners() {
        boolean[] owners = new boolean[function.captured().length];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = isOwner(i);
        }
        return owners;
    }

    /** Returns true if this JVM may answer for it: it was made here, or a key that is trusted here has signed it. */
    boolean maySign() {
        return isAnsweredFor(patch) && !Unvouched.includes(function.bundle());
    }

    private static boolean isAnsweredFor(PatchRecord patch) {
        return patch.origin() == Origin.LOCAL || patch.keyId() != null;
    }

    Statements.StatedPatch stated() {
        return new Statements.StatedPatch(
                Statements.name(declaring),
                patch.id().method().getName(),
                patch.id().descriptor(),
                type(),
                patch.reason(),
                owners(),
                function.bundle().contentHash());
    }

    boolean usesOwner() {
        return owner != null && captures(owner);
    }

    boolean captures(Object object) {
        for (Object captured : function.captured()) {
            if (captured == object) {
                return true;
            }
        }
        return false;
    }

    /** Returns true if another patch may stand in the stream as this one: not under a signature that it would not get itself. */
    boolean carries(PatchRecord other) {
        return other.function() == patch.function()
                && (!Signing.isOn() || isAnsweredFor(other) == isAnsweredFor(patch))
                && other.id() == patch.id()
                && Objects.equals(other.reason(), patch.reason());
    }

    /** Returns for example {@code com.acme.Turkey.hi}, for messages. */
    String target() {
        Method method = patch.id().method();
        return method.getDeclaringClass().getTypeName() + "." + method.getName();
    }

    FunctionInterface type() {
        return patch.type();
    }
}
