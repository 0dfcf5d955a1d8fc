package dev.instancepatch.agent.serial;

import dev.instancepatch.agent.door.Door;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts hooks into one class of the JDK's object streams. A hook calls the {@link Door}, and is a method visitor of its own:
 * {@link OutputHooks} and {@link InputHooks} say which stand where. All of a class's hooks find their places, or none is put in.
 */
abstract class StreamHooks extends ClassVisitor {
    private final Set<String> expected;
    private final Set<String> hooked = new HashSet<>();

    /**
     * Hooks for a class.
     *
     * @param expected for each method, by name and descriptor, how many places its hooks must find
     */
    StreamHooks(ClassVisitor next, Map<String, Integer> expected) {
        super(Opcodes.ASM9, next);
        this.expected = places(expected);
    }

    /** Returns a class with its hooks. */
    static byte[] into(String type, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        StreamHooks hooks = type.equals(StreamTransformer.OUTPUT) ? new OutputHooks(writer) : new InputHooks(writer);
        reader.accept(hooks, 0);
        hooks.requireComplete();
        return writer.toByteArray();
    }

    private static Set<String> places(Map<String, Integer> expected) {
        Set<String> places = new HashSet<>();
        for (Map.Entry<String, Integer> method : expected.entrySet()) { // no lambda: this may run before main
            for (int i = 1; i <= method.getValue(); i++) {
                places.add(method.getKey() + " " + i);
            }
        }
        return places;
    }

    /** Refuses a class in which a hook found no place, or one too many: half of them would corrupt streams. */
    private void requireComplete() {
        if (!hooked.equals(expected)) {
            throw new IllegalStateException("this JDK's object streams differ: expected " + expected + ", found "
                    + hooked + ". Patches do not travel in plain streams here");
        }
    }

    @Override
    public final MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return hook(name + descriptor, next);
    }

    /** Returns the visitor of a method with its hooks, or the given one if it has none. */
    abstract MethodVisitor hook(String method, MethodVisitor next);

    /** A hook notes itself only where it really was put in. */
    abstract class Hook extends MethodVisitor {
        private final String method;
        private int places;

        Hook(MethodVisitor next, String method) {
            super(Opcodes.ASM9, next);
            this.method = method;
        }

        final void door(String name, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, Door.INTERNAL_NAME, name, descriptor, false);
        }

        /** One more place where the hook belongs was found. */
        final void found() {
            hooked.add(method + " " + ++places);
        }

        final void load(int... locals) {
            for (int local : locals) {
                super.visitVarInsn(Opcodes.ALOAD, local);
            }
        }
    }
}
