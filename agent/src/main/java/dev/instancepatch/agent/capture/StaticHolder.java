package dev.instancepatch.agent.capture;

import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The value of one static final field, in a unit of its own: whatever reads it, in the function's slices or in classes that travel
 * with it, finds the same object, as it did where it was written.
 */
final class StaticHolder {
    private static final String MARK = "$static$";

    private StaticHolder() {}

    /** Returns the name of a class that is nobody else's: the unit is found by it. */
    static String name(StaticField field) {
        return field.declaring().name + MARK + field.name();
    }

    static boolean isOne(ClassUnit unit) {
        return unit.classes().get(0).name().contains(MARK);
    }

    /** Returns the name of the class that declares the field. */
    static String owner(String holder) {
        return holder.substring(0, holder.indexOf(MARK));
    }

    static ClassUnit unit(StaticField field, byte[] value) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER,
                name(field),
                null,
                "java/lang/Object",
                null);
        return new ClassUnit(List.of(new ClassImage(name(field), writer.toByteArray())), 1, value, List.of());
    }
}
