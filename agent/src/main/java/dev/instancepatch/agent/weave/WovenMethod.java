package dev.instancepatch.agent.weave;

import dev.instancepatch.table.MethodId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method about to get a prologue.
 *
 * @param type the class that declares it
 * @param slotOwner the class whose field holds the tables of its objects, or null if they have none
 * @param version the class file's major version
 * @param name its name
 * @param descriptor its descriptor
 */
record WovenMethod(Class<?> type, @Nullable Class<?> slotOwner, int version, String name, String descriptor) {
    String internalName() {
        return Type.getInternalName(type);
    }

    /** True if the class's own code may read the slot: it is private, so only its owner's may. */
    boolean ownsSlot() {
        return slotOwner == type;
    }

    /** True if linking a call site could call this very method: the JDK's own classes. */
    boolean isJdk() {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** JVMS 4.1: invokedynamic came with class files of version 51. */
    boolean hasInvokedynamic() {
        return version >= Opcodes.V1_7;
    }

    /** JVMS 4.10: stack map frames are checked from version 50 on. */
    boolean hasFrames() {
        return version >= Opcodes.V1_6;
    }

    int number() {
        return Objects.requireNonNull(MethodId.of(type, name, descriptor)).number();
    }

    Type[] parameters() {
        return Type.getArgumentTypes(descriptor);
    }

    Type result() {
        return Type.getReturnType(descriptor);
    }
}
