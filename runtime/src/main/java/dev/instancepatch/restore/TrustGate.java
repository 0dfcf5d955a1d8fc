package dev.instancepatch.restore;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.refusal.ReadRefusals;

/** The one way from received bytes to code that may run here. */
public final class TrustGate {
    /** Code of this JVM's own only: nothing that has to be defined. */
    public static final TrustPolicy LOCAL = (bundle, hash, target) -> {
        throw ReadRefusals.codeNotTrusted(
                hash, bundle.host().binaryName(), bundle.classes().size(), target);
    };

    /** Whatever a stream carries. */
    public static final TrustPolicy ALL = (bundle, hash, target) -> {};

    private static final int FIRST_CLASS_FILE_OF_JAVA_1 = 44;

    private static volatile TrustPolicy policy = LOCAL;

    private TrustGate() {}

    /** Puts a policy in force for everything read from now on. */
    public static void install(TrustPolicy chosen) {
        policy = chosen;
    }

    /**
     * Lets a bundle pass that would have to be defined here, or refuses it.
     *
     * @throws RefusedPatchException with the reason; nothing was defined
     */
    public static void check(Bundle bundle, String hash, String target) throws RefusedPatchException {
        policy.check(bundle, hash, target);
        int newest = Runtime.version().feature() + FIRST_CLASS_FILE_OF_JAVA_1;
        for (ClassImage image : bundle.classes()) {
            if (image.majorVersion() > newest) {
                throw ReadRefusals.newerClassFile(image.binaryName(), image.majorVersion(), newest);
            }
        }
    }
}
