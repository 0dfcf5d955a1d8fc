package dev.instancepatch.agent.capture;

import dev.instancepatch.refusal.Refusals;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** One class of a {@link Program} in the making: a slice of a class, or a class whole. */
abstract class Part {
    /** What a slice is called if the receiver has the class under its own name, or it travels whole. */
    static final String ASIDE = "$patch";

    private final Program program;
    private final ClassNode original;
    private final String name;
    private final Visibility visibility;
    private final Set<String> taken = new HashSet<>(); // lambda$0(LTurkey;)…, as they are in the part

    final ClassNode made = new ClassNode();

    Part(Program program, ClassNode original, String name) {
        this.program = program;
        this.original = original;
        this.name = name;
        this.visibility = new Visibility(name, original.name, program);
    }

    static String originalName(String part) {
        return part.endsWith(ASIDE) ? part.substring(0, part.length() - ASIDE.length()) : part;
    }

    final Program program() {
        return program;
    }

    final ClassNode original() {
        return original;
    }

    /** Returns the name the part has where it arrives. */
    final String name() {
        return name;
    }

    final Visibility visibility() {
        return visibility;
    }

    /** Returns true if the part is the class of this name, or a slice of it. */
    final boolean isOf(String className) {
        return original.name.equals(className);
    }

    abstract boolean isWhole();

    /** Takes a method in, under a name, with all it needs. */
    final MethodNode take(MethodNode method, String newName) {
        MethodNode copy = new MethodCopy(this, method, newName).copy();
        new Bridging(this, copy).rewrite();
        return copy;
    }

    /** Adds a method that the original does not have, and returns the handle on it. */
    final Handle addBridge(MethodNode bridge) {
        bridge.name = unique(bridge.name, bridge.desc);
        boolean isInterface = (made.access & Opcodes.ACC_INTERFACE) != 0;
        made.methods.add(bridge);
        return new Handle(Opcodes.H_INVOKESTATIC, name, bridge.name, bridge.desc, isInterface);
    }

    /** Two overloads may become one where a stand-in takes the place of a type. */
    final String unique(String wanted, String descriptor) {
        String free = wanted;
        for (int i = 1; !taken.add(free + descriptor); i++) {
            free = wanted + "$" + i;
        }
        return free;
    }

    /** Called once, when all that is needed has been taken in. */
    abstract void finish();

    final byte[] bytes() {
        ClassWriter writer = new ClassWriter(0);
        made.accept(writer);
        return writer.toByteArray();
    }

    /** Returns access flags with public for private, protected and package-private. */
    static int opened(int access) {
        return access & ~(Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED) | Opcodes.ACC_PUBLIC;
    }

    final RuntimeException refuseField(String owner, String field) {
        return refusal(
                "it uses the static field " + dotted(owner) + "." + field
                        + ", which is not final: no static variable travels; read it into a local variable first, or make it final");
    }

    final RuntimeException refuseInvisible(String type, String how) {
        return refusal("it " + how + " " + dotted(type)
                + ", which is not public, and there is no bridge for that; make it public");
    }

    final RuntimeException refusal(String why) {
        return Refusals.notCapturable(program.function(), why, null);
    }

    static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
