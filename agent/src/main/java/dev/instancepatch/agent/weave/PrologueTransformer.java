package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.backstage.ClassDump;
import dev.instancepatch.agent.backstage.TransformLog;
import dev.instancepatch.table.Slots;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;

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
            byte[] woven = redefined == null ? loading(loader, name, bytes) : redefining(redefined, name, bytes);
            return woven == null ? null : ClassDump.of(name, woven);
        } catch (Throwable e) {
            log.failed(name, e);
            return null;
        }
    }

    private byte @Nullable [] loading(@Nullable ClassLoader loader, String name, byte[] bytes) {
        if (!filter.ofApplication(loader) || !filter.slotted(name)) {
            return null;
        }
        ClassReader reader = new ClassReader(bytes);
        if (!EagerMark.fits(reader)) {
            return null;
        }
        boolean ownsSlot = !filter.slotted(reader.getSuperName());
        return weave(
                reader, new WovenMethod.WovenClass(name, null, ownsSlot, version(reader)), new WovenMethods(), true);
    }

    private byte @Nullable [] redefining(Class<?> type, String name, byte[] bytes) {
        WovenMethods methods = WovenMethods.of(type);
        boolean all = eager && EagerMark.isOn(type);
        if (methods.isEmpty() && !all) {
            return null;
        }
        ClassReader reader = new ClassReader(bytes);
        boolean ownsSlot = Slots.owner(type) == type;
        return weave(reader, new WovenMethod.WovenClass(name, type, ownsSlot, version(reader)), methods, all);
    }

    /** Weaves all that is wanted, but methods that would outgrow a class file (JVMS 4.7.3): those are left as they are. */
    private byte[] weave(ClassReader reader, WovenMethod.WovenClass type, WovenMethods methods, boolean all) {
        Set<String> tooLarge = new HashSet<>();
        while (true) {
            // No COMPUTE_FRAMES: it loads the application's classes. The one frame that is new is known.
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            ClassWeaving weaving = new ClassWeaving(writer, type, methods, all, tooLarge, reader);
            reader.accept(weaving, 0);
            try {
                byte[] woven = writer.toByteArray();
                weaving.visited().forEach(methods::visited);
                return woven;
            } catch (MethodTooLargeException e) {
                if (!tooLarge.add(e.getMethodName() + e.getDescriptor())) {
                    throw e;
                }
                log.skipped(
                        type.name(), e.getMethodName() + e.getDescriptor(), "it would outgrow 64 KB with a prologue");
            }
        }
    }

    private static int version(ClassReader reader) {
        return reader.readUnsignedShort(6);
    }
}
