package dev.instancepatch.restore;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;

/** The receiver's decision on code that it did not bring along itself. */
public interface TrustPolicy {
    /**
     * Refuses a bundle, or lets it pass; called before anything of it is defined, or anything it captured is read.
     *
     * @param bundle the code; its shape is checked, its content is not
     * @param hash its identity, for the message
     * @param target the method it would replace, for the message
     */
    void check(Bundle bundle, String hash, String target) throws RefusedPatchException;

    /** Returns true if who vouches for the code vouches for the method it replaces too, a JDK class's included. */
    boolean vouchesForTargets();
}
