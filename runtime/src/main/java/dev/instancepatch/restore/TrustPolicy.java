package dev.instancepatch.restore;

import dev.instancepatch.RefusedPatchException;

/** The receiver's decision on code that it did not bring along itself. */
public interface TrustPolicy {
    /**
     * Refuses code, or lets it pass; called before anything of it is defined, or anything it captured is read.
     *
     * @param host the class that holds the code; its shape is checked, its content is not
     * @param classes how many there are
     * @param hash the code's identity
     * @param target what it is for
     */
    void check(String host, int classes, String hash, String target) throws RefusedPatchException;

    /** Returns true if who vouches for the code vouches for the method it replaces too, a JDK class's included. */
    boolean vouchesForTargets();
}
