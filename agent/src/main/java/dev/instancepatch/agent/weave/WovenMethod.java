package dev.instancepatch.agent.weave;

import dev.instancepatch.table.MethodId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method about to get a prologue.
 *
 * @param in the class that declares it
 * @param access its access flags
 * @param name its name
 * @param descriptor its descriptor
 */
record WovenMethod(WovenClass in, int access, String name, String descriptor) {
    private static final int NO_BODY_OF_AN_OBJECT =
            Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_SYNTHETIC;

    /** Returns what identifies it within its class: {@code greet(Ljava/lang/String;)Ljava/lang/String;}. */
    String key() {
        return name + descriptor;
    }

    /** True if objects could be patched on it: not a constructor, not a bridge or a lambda's body. */
    boolean isPatchable() {
        return (access & NO_BODY_OF_AN_OBJECT) == 0 && !name.startsWith("<");
    }

    int number() {
        Class<?> loaded = Objects.requireNonNull(in.loaded(), "only a loaded class's methods have numbers");
        return Objects.requireNonNull(MethodId.of(loaded, name, descriptor)).number();
    }

    Type[] parameters() {
        return Type.getArgumentTypes(descriptor);
    }

    Type result() {
        return Type.getReturnType(descriptor);
    }

    /**
     * The class whose methods are woven.
     *
     * @param name its internal name
     * @param loaded the class itself, or null while it is being loaded
     * @param ownsSlot true if its own field holds the tables: that is private, so only this class's code may read it
     * @param version the class file's major version
     */
    record WovenClass(String name, @Nullable Class<?> loaded, boolean ownsSlot, int version) {
        /** True if linking a call site could call the woven method itself: the JDK's own classes. */
        boolean isJdk() {
            return loaded != null
                    && (loaded.getClassLoader() == null
                            || loaded.getClassLoader() == ClassLoader.getPlatformClassLoader());
        }

        /** JVMS 4.1: invokedynamic came with class files of version 51. */
        boolean hasInvokedynamic() {
            return version >= Opcodes.V1_7;
        }

        /** JVMS 4.10: stack map frames are checked from version 50 on. */
        boolean hasFrames() {
            return version >= Opcodes.V1_6;
        }
    }
}
