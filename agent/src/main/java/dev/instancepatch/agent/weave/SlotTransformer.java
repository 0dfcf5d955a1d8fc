package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.backstage.ClassDump;
import dev.instancepatch.agent.backstage.TransformLog;
import dev.instancepatch.table.Slots;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
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
    private static final int SLOT_ACCESS =
            Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_VOLATILE | Opcodes.ACC_SYNTHETIC;

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
            ClassReader reader = new ClassReader(bytes);
            boolean slot = redefined == null ? takesSlot(reader) : Slots.declares(redefined);
            boolean mark = eager && (redefined == null ? EagerMark.fits(reader) : EagerMark.isOn(redefined));
            byte[] structured = slot || mark ? withFields(reader, slot, mark) : null;
            return structured == null ? null : ClassDump.of(name, structured);
        } catch (Throwable e) {
            log.failed(name, e);
            return null;
        }
    }

    /** An interface cannot have the field; below a woven superclass the object has one already. */
    private boolean takesSlot(ClassReader reader) {
        boolean noObjects = (reader.getAccess() & (Opcodes.ACC_INTERFACE | Opcodes.ACC_MODULE)) != 0;
        return !noObjects && !filter.slotted(reader.getSuperName());
    }

    private static byte @Nullable [] withFields(ClassReader reader, boolean slot, boolean mark) {
        ClassWriter writer = new ClassWriter(reader, 0);
        FieldAdder adder = new FieldAdder(writer, slot, mark);
        reader.accept(adder, 0);
        return adder.present ? null : writer.toByteArray();
    }

    private static final class FieldAdder extends ClassVisitor {
        private final boolean slot;
        private final boolean mark;
        private boolean present; // woven at build time

        FieldAdder(ClassVisitor next, boolean slot, boolean mark) {
            super(Opcodes.ASM9, next);
            this.slot = slot;
            this.mark = mark;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            present |= name.equals(Slots.FIELD);
            return super.visitField(access, name, descriptor, signature, value);
        }

        @Override
        public void visitEnd() {
            if (slot && !present) {
                super.visitField(SLOT_ACCESS, Slots.FIELD, "Ljava/lang/Object;", null, null)
                        .visitEnd();
            }
            if (mark && !present) {
                super.visitField(EagerMark.ACCESS, EagerMark.FIELD, "Z", null, null)
                        .visitEnd();
            }
            super.visitEnd();
        }
    }
}
