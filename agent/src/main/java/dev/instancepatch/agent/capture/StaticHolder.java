package dev.instancepatch.agent.capture;

import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.code.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The values of static final fields of one class, in a unit of their own: whatever reads the same fields, in the function's slices or
 * in classes that travel with it, finds the same objects, as it did where it was written.
 */
final class StaticHolder {
    private static final String MARK = "$static$";
    private static final int DIGITS = 16;

    private StaticHolder() {}

    /** Returns the name of a class that is nobody else's: the unit is found by it. */
    static String name(List<StaticField> fields) {
        String all = fields.stream()
                .map(field -> field.name() + " " + field.descriptor())
                .collect(Collectors.joining("\n"));
        String hash = Hashes.sha256(all.getBytes(StandardCharsets.UTF_8));
        int start = hash.indexOf(':') + 1;
        return fields.get(0).declaring().name + MARK + hash.substring(start, start + DIGITS);
    }

    static boolean isOne(ClassUnit unit) {
        return unit.classes().get(0).name().contains(MARK);
    }

    /** Returns the name of the class that declares the fields. */
    static String owner(String holder) {
        return holder.substring(0, holder.indexOf(MARK));
    }

    static ClassUnit unit(List<StaticField> fields, byte[] values) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER,
                name(fields),
                null,
                "java/lang/Object",
                null);
        return new ClassUnit(List.of(new ClassImage(name(fields), writer.toByteArray())), 1, values, List.of());
    }
}
