package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.backstage.ClassDump;
import dev.instancepatch.agent.backstage.TransformLog;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Gives methods their prologue (see {@link Prologue}) whenever their class is retransformed or redefined, by whomever; with
 * {@code weave=eager} also when it loads. Registered as retransformable, so that it comes back each time.
 */
public final class PrologueTransformer implements ClassFileTransformer {
    private final ClassFilter filter;
    private final TransformLog log;
    private final boolean eager;

    /** Makes the transformer. */
    public PrologueTransformer(ClassFilter filter, TransformLog log, boolean eager) {
        this.filter = filter;
        this.log = log;
        this.eager = eager;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || (redefined == null && !eager)) {
            return null;
        }
        try {
            PrologueWeaving weaving = new PrologueWeaving(filter, log, eager);
            byte[] woven = redefined == null
                    ? weaving.loading(loader, name, bytes)
                    : weaving.redefining(redefined, name, bytes);
            return woven == null ? null : ClassDump.of(name, woven);
        } catch (Throwable e) {
            log.failed(name, e);
            return null;
        }
    }
}
