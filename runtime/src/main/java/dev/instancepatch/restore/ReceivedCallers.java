package dev.instancepatch.restore;

import dev.instancepatch.refusal.TrustRefusals;
import java.util.Optional;

/** Keeps received code from deciding what else is received. It may do much, but not by calling the API. */
public final class ReceivedCallers {
    private ReceivedCallers() {}

    /**
     * Refuses if any caller of this thread is received code.
     *
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#TRUST_LOCKED}
     */
    public static void refuse() {
        Optional<? extends Class<?>> received = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type.getClassLoader() instanceof BundleLoader)
                        .findFirst());
        if (received.isPresent()) {
            throw TrustRefusals.trustLocked(received.get());
        }
    }
}
