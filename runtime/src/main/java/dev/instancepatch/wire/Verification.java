package dev.instancepatch.wire;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.refusal.ReadRefusals;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Has the bytes of received methods verified before they are defined, where there is an agent; the JVM does once more when it links them. */
final class Verification {
    private static final int REMEMBERED = 1_000;

    /** Content hashes of code that is well. */
    private static final Set<String> VERIFIED = ConcurrentHashMap.newKeySet();

    private Verification() {}

    static void check(String contentHash, Supplier<List<ClassImage>> classes) throws RefusedPatchException {
        Agent agent = Bridge.agent();
        if (agent == null || VERIFIED.contains(contentHash)) {
            return;
        }
        for (ClassImage image : classes.get()) {
            String wrong = agent.malformation(image);
            if (wrong != null) {
                throw ReadRefusals.malformedPayload(
                        "the class file of " + image.binaryName() + " does not verify: " + wrong, null);
            }
        }
        if (VERIFIED.size() >= REMEMBERED) {
            VERIFIED.clear(); // rarer than it is worth a better choice
        }
        VERIFIED.add(contentHash);
    }
}
