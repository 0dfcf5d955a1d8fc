package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.backstage.ClassDump;
import dev.instancepatch.agent.backstage.TransformLog;
import dev.instancepatch.table.Slots;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives methods their prologue (see {@link Prologue}) whenever their class is retransformed or redefined, by whomever.
 * Registered as retransformable, so that it comes back each time.
 */
public final class PrologueTransformer implements ClassFileTransformer {
    /** What a class is asked for whose clone() shall bring the side table along; no method has this key. */
    static final String CLONE_HOOK = "clone";

    private final TransformLog log;

    /** Makes the transformer. */
    public PrologueTransformer(TransformLog log) {
        this.log = log;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (redefined == null || name == null) {
            return null;
        }
        try {
            WovenMethods methods = WovenMethods.of(redefined);
            return methods.isEmpty() ? null : ClassDump.of(name, weave(redefined, methods, bytes));
        } catch (Throwable e) {
            log.failed(name, e);
            return null;
        }
    }

    private static byte[] weave(Class<?> type, WovenMethods methods, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        // No COMPUTE_FRAMES: it loads the application's classes. The one frame that is new is known.
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        Weave weave = new Weave(writer, type, methods, methods.parameterNames().missingIn(reader));
        reader.accept(weave, 0);
        byte[] woven = writer.toByteArray();
        weave.done.forEach(methods::visited);
        return woven;
    }

    private static final class Weave extends ClassVisitor {
        private final Class<?> type;
        private final WovenMethods methods;
        private final ParameterNames lostNames;
        private final List<String> done = new ArrayList<>();
        private int version;

        Weave(ClassVisitor next, Class<?> type, WovenMethods methods, ParameterNames lostNames) {
            super(Opcodes.ASM9, next);
            this.type = type;
            this.methods = methods;
            this.lostNames = lostNames;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            this.version = version;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            String key = name + descriptor;
            MethodVisitor hooked = lostNames.visit(next, key);
            if (name.equals("clone") && descriptor.startsWith("()") && methods.wants(CLONE_HOOK)) {
                done.add(CLONE_HOOK);
                hooked = new CloneHook(hooked);
            }
            if (methods.wants(key)) {
                done.add(key);
                WovenMethod method = new WovenMethod(type, Slots.owner(type), version & 0xffff, name, descriptor);
                hooked = new Prologue(hooked, method);
            }
            return hooked;
        }
    }
}
