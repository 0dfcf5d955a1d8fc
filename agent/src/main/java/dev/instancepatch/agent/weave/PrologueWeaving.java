package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.backstage.TransformLog;
import dev.instancepatch.table.Slots;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;

/** Weaves prologues into the bytes of a class. Apart from its transformer, which is loaded in every JVM, and ASM is not. */
final class PrologueWeaving {
    private final ClassFilter filter;
    private final TransformLog log;
    private final boolean eager;

    PrologueWeaving(ClassFilter filter, TransformLog log, boolean eager) {
        this.filter = filter;
        this.log = log;
        this.eager = eager;
    }

    /** Returns a class that is being loaded, with all prologues, or null if it gets none. */
    byte @Nullable [] loading(@Nullable ClassLoader loader, String name, byte[] bytes) {
        if (!filter.ofApplication(loader) || !filter.slotted(name)) {
            return null;
        }
        if (!EagerMark.fits(new ClassShape(bytes))) {
            return null;
        }
        ClassReader reader = new ClassReader(bytes);
        boolean ownsSlot = !filter.slotted(reader.getSuperName());
        return weave(
                reader, new WovenMethod.WovenClass(name, null, ownsSlot, version(reader)), new WovenMethods(), true);
    }

    /** Returns new bytes of a class that is there, with the prologues it has or was asked to have, or null if there are none. */
    byte @Nullable [] redefining(Class<?> type, String name, byte[] bytes) {
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
