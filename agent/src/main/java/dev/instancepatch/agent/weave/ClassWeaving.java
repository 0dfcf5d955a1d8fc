package dev.instancepatch.agent.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** One pass over a class: which of its methods get what. */
final class ClassWeaving extends ClassVisitor {
    private final WovenMethod.WovenClass type;
    private final WovenMethods methods;
    private final boolean all;
    private final Set<String> tooLarge;
    private final ParameterNames lostNames;
    private final List<String> visited = new ArrayList<>();

    ClassWeaving(
            ClassWriter next,
            WovenMethod.WovenClass type,
            WovenMethods methods,
            boolean all,
            Set<String> tooLarge,
            ClassReader reader) {
        super(Opcodes.ASM9, next);
        this.type = type;
        this.methods = methods;
        this.all = all;
        this.tooLarge = tooLarge;
        this.lostNames = methods.parameterNames().missingIn(reader);
    }

    /** Returns what was woven, by key. */
    List<String> visited() {
        return visited;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        WovenMethod method = new WovenMethod(type, access, name, descriptor);
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        MethodVisitor hooked = lostNames.visit(next, method.key());
        if (methods.cloneCalls() != CloneHook.Calls.NONE) {
            hooked = new CloneHook(hooked, methods.cloneCalls());
        }
        boolean wanted = methods.wants(method.key()) || (all && method.isPatchable());
        if (!wanted || tooLarge.contains(method.key())) {
            return hooked;
        }
        visited.add(method.key());
        return new Prologue(hooked, method);
    }
}
