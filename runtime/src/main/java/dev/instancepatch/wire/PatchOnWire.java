package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.trust.Statement;
import java.io.IOException;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One patch as a stream has it, before anybody has looked into its code.
 *
 * @param head what stands before the code
 * @param patched the stream's name for the patched object's class
 * @param declaring the stream's name for the class that declares the method
 * @param target those classes, in this JVM
 * @param code an object of the stream
 */
record PatchOnWire(
        PatchHead head,
        String patched,
        String declaring,
        Target target,
        @Nullable Object code) {

    static PatchOnWire of(PatchHead head, @Nullable Object patched, @Nullable Object declaring, @Nullable Object code)
            throws IOException {
        Target target =
                new Target(PayloadFormat.classOf(patched, head.name()), PayloadFormat.classOf(declaring, head.name()));
        return new PatchOnWire(head, name(patched), name(declaring), target, code);
    }

    private static String name(@Nullable Object descriptor) {
        return descriptor instanceof ObjectStreamClass named ? Statements.name(named) : "";
    }

    /** Returns what the payload of these patches has to have been signed as, but for the captured values. */
    static Statement statement(List<PatchOnWire> patches) throws RefusedPatchException {
        List<Statements.StatedPatch> stated = new ArrayList<>();
        for (PatchOnWire patch : patches) {
            PatchHead head = patch.head;
            stated.add(new Statements.StatedPatch(
                    patch.declaring,
                    head.name(),
                    head.descriptor(),
                    head.type(),
                    head.reason(),
                    head.owner(),
                    BundleBytes.contentHash(patch.code)));
        }
        return Statements.ofPatches(patches.isEmpty() ? "" : patches.get(0).patched, stated);
    }

    /** Returns what all of them are for. */
    static String targets(List<PatchOnWire> patches) {
        return patches.stream()
                .map(patch -> patch.target.name(patch.head))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Returns the code, inflated; nothing of it is defined. */
    Bundle bundle() throws RefusedPatchException {
        return BundleBytes.decode(code);
    }
}
