package dev.instancepatch.agent.serial;

import dev.instancepatch.PatchException;
import dev.instancepatch.agent.capture.Capture;
import dev.instancepatch.agent.capture.GraphPath;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.refusal.Losses;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.table.PatchRecord;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of patches that cannot travel: the write is refused, or goes on without them ({@code uncarried=drop}). */
final class Uncarried {
    private static final int MAX_ROOTS = 8; // each may lead to ten thousand objects

    private Uncarried() {}

    /** Refuses, or says that the patches stay behind. */
    static void refuse(ObjectOutputStream out, Object owner, List<PatchRecord> patches, String why) {
        if (!WriterPolicy.drops()) {
            throw refusal(out, owner, patches, why);
        }
        Losses.dropped(refusal(owner, patches, why, "")); // no way through the graph: it is looked for in all of it
    }

    static PatchException refusal(ObjectOutputStream out, Object owner, List<PatchRecord> patches, String why) {
        return refusal(owner, patches, why, path(out, owner));
    }

    private static PatchException refusal(Object owner, List<PatchRecord> patches, String why, String path) {
        return Refusals.notCarried(
                owner.getClass(), patches.stream().map(p -> p.id().method()).toList(), why, path);
    }

    /**
     * Leaves out the patches whose functions cannot travel, where that is wanted. Elsewhere they are refused while they are
     * written: looking at everything beforehand is paid for by who wants to drop.
     */
    static List<PatchRecord> without(List<PatchRecord> patches, Object owner) {
        if (!WriterPolicy.drops()) {
            return patches;
        }
        List<PatchRecord> kept = new ArrayList<>();
        for (PatchRecord patch : patches) {
            PatchException refusal = whyNot(patch, owner);
            if (refusal == null) {
                kept.add(patch);
            } else {
                Losses.dropped(refusal);
            }
        }
        return kept;
    }

    private static @Nullable PatchException whyNot(PatchRecord patch, Object owner) {
        try {
            CapturedFunction function = Capture.of(patch, owner.getClass());
            for (Object value : function.captured()) {
                String culprit = value == owner ? null : Trial.failure(value, function);
                if (culprit != null) {
                    return refusal(owner, List.of(patch), "what its function captured fails with " + culprit, "");
                }
            }
            return null;
        } catch (PatchException refusal) {
            return refusal;
        }
    }

    /** Returns the way to an object from what the stream wrote first of all that leads to it. */
    private static String path(ObjectOutputStream out, Object owner) {
        int roots = 0;
        for (Object written : Streams.written(out)) {
            if (written != null && written != owner && !(written instanceof ObjectStreamClass)) {
                String path = GraphPath.to(owner, written);
                if (!path.isEmpty()) {
                    return written.getClass().getTypeName() + path;
                }
                if (++roots == MAX_ROOTS) {
                    break;
                }
            }
        }
        return "";
    }
}
