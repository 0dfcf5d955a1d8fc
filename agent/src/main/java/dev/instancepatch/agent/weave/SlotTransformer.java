package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.backstage.ClassDump;
import dev.instancepatch.agent.backstage.TransformLog;
import dev.instancepatch.table.Slots;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * Gives classes their slot at load:
 *
 * <pre>
 * class Turkey implements Serializable {                            // the topmost woven class of its hierarchy
 *     private transient volatile synthetic Object $instancePatch;   // added; null until the object is patched
 * </pre>
 *
 * <p>Private and transient leaves the default serialVersionUID as it is (Java Object Serialization Specification, 4.6);
 * volatile lets a hot loop in another thread see a patch. Methods stay as they are.
 *
 * <p>Registered as not retransformable: a retransformation of any agent's then keeps the field without asking again. A
 * redefinition does ask, and gets the field exactly where the class has it.
 */
public final class SlotTransformer implements ClassFileTransformer {
    private static final FieldInsertion.Field SLOT = new FieldInsertion.Field(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_VOLATILE | Opcodes.ACC_SYNTHETIC,
            Slots.FIELD,
            "Ljava/lang/Object;");

    private final ClassFilter filter;
    private final TransformLog log;
    private final boolean eager;

    /** Makes the transformer. */
    public SlotTransformer(ClassFilter filter, TransformLog log, boolean eager) {
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
        if (name == null || !filter.ofApplication(loader) || !filter.slotted(name)) {
            return null;
        }
        try {
            ClassShape shape = new ClassShape(bytes);
            boolean slot = redefined == null ? takesSlot(shape) : Slots.declares(redefined);
            boolean mark = eager && (redefined == null ? EagerMark.fits(shape) : EagerMark.isOn(redefined));
            byte[] structured = slot || mark ? withFields(bytes, shape, slot, mark) : null;
            return structured == null ? null : ClassDump.of(name, structured);
        } catch (Throwable e) {
            log.failed(name, e);
            return null;
        }
    }

    /** An interface cannot have the field; below a woven superclass the object has one already. */
    private boolean takesSlot(ClassShape shape) {
        if (shape.isInterfaceOrModule()) {
            return false;
        }
        String parent = shape.superName();
        return parent != null && !filter.slotted(parent);
    }

    private static byte @Nullable [] withFields(byte[] bytes, ClassShape shape, boolean slot, boolean mark) {
        if (shape.hasField(Slots.FIELD)) {
            return null; // woven at build time
        }
        if (!mark) {
            return FieldInsertion.into(bytes, shape, SLOT);
        }
        return slot
                ? FieldInsertion.into(bytes, shape, SLOT, EagerMark.ADDED)
                : FieldInsertion.into(bytes, shape, EagerMark.ADDED);
    }
}
