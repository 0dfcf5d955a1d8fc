package dev.instancepatch.agent.weave;

import dev.instancepatch.agent.door.Door;
import dev.instancepatch.table.Slots;
import java.util.OptionalInt;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts the prologue in front of a method's own body, in three steps: read the slot, find this method's function in it, call the
 * function. Before and after, for {@code Turkey.greet}:
 *
 * <pre>
 * String greet(String who) {          String greet(String who) {
 *     return "hello " + who;              Object found = this.$instancePatch;          // null: not patched
 * }                                       if (found != null) {
 *                                             found = indy find(found, this);          // null: another method is
 *                                             if (found != null)
 *                                                 return indy call(found, this, who);
 *                                         }
 *                                         return "hello " + who;
 *                                     }
 * </pre>
 *
 * <p>{@code found} stays on the stack; no local variable and no method is added (retransformation forbids the latter). A class
 * below the slot's owner, and one that has no slot (an interface), reads the table through a call site. Class
 * files without invokedynamic call the {@link Door} with boxed arguments instead.
 *
 * <p>In a class of the JDK the first two steps are one static call, {@code Door.find(this, 17)}: linking a call site calls {@code
 * ArrayList.size} and its like itself, and would never end. Behind a hit there is one; the object it then meets is another.
 */
final class Prologue extends AtFirstInstruction {
    private static final String OBJECT = "java/lang/Object";
    private static final String FIND = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";
    private static final String LINK = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
            + "Ljava/lang/invoke/MethodType;Ljava/lang/String;)Ljava/lang/invoke/CallSite;";

    private final WovenMethod method;

    Prologue(MethodVisitor next, WovenMethod method) {
        super(next);
        this.method = method;
    }

    private void prologue() {
        Label body = new Label();
        if (method.in().isJdk()) {
            findAside(body);
            call();
        } else if (method.in().hasInvokedynamic()) {
            readSlot(body);
            find(body);
            call();
        } else {
            readSlot(body);
            findBoxed(body);
            callBoxed();
        }
        mv.visitInsn(method.result().getOpcode(Opcodes.IRETURN));
        mv.visitLabel(body);
        if (method.in().hasFrames()) {
            mv.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {OBJECT});
        }
        mv.visitInsn(Opcodes.POP);
    }

    @Override
    void atFirstInstruction(OptionalInt line) {
        if (line.isPresent()) {
            Label start = new Label();
            mv.visitLabel(start);
            mv.visitLineNumber(line.getAsInt(), start); // a stack trace then shows where the method begins
        }
        prologue();
    }

    private void readSlot(Label body) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        if (method.in().ownsSlot()) {
            mv.visitFieldInsn(Opcodes.GETFIELD, method.in().name(), Slots.FIELD, "Ljava/lang/Object;");
        } else if (method.in().hasInvokedynamic()) {
            mv.visitInvokeDynamicInsn(
                    method.name(),
                    "(L" + method.in().name() + ";)Ljava/lang/Object;",
                    link("slot"),
                    method.descriptor());
        } else {
            callDoor("slot", "(Ljava/lang/Object;)Ljava/lang/Object;");
        }
        unlessNull(body);
    }

    /** Goes on with the object on the stack unless it is null; the body pops it. */
    private void unlessNull(Label body) {
        mv.visitInsn(Opcodes.DUP);
        mv.visitJumpInsn(Opcodes.IFNULL, body);
    }

    private void find(Label body) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitInvokeDynamicInsn(method.name(), FIND, link("find"), method.descriptor());
        unlessNull(body);
    }

    private void findAside(Label body) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitLdcInsn(method.number());
        callDoor("find", "(Ljava/lang/Object;I)Ljava/lang/Object;");
        unlessNull(body);
    }

    private void call() {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        int local = 1;
        for (Type parameter : method.parameters()) {
            mv.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
            local += parameter.getSize();
        }
        String called = "(Ljava/lang/Object;L" + method.in().name() + ";"
                + method.descriptor().substring(1);
        mv.visitInvokeDynamicInsn(method.name(), called, link("call"), method.descriptor());
    }

    private void findBoxed(Label body) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitLdcInsn(method.number());
        callDoor("find", "(Ljava/lang/Object;Ljava/lang/Object;I)Ljava/lang/Object;");
        unlessNull(body);
    }

    private void callBoxed() {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        Boxing.arguments(mv, method.parameters());
        mv.visitLdcInsn(method.number());
        callDoor("call", "(Ljava/lang/Object;Ljava/lang/Object;[Ljava/lang/Object;I)Ljava/lang/Object;");
        Boxing.result(mv, method.result());
    }

    private void callDoor(String name, String descriptor) {
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, Door.INTERNAL_NAME, name, descriptor, false);
    }

    private static Handle link(String name) {
        return new Handle(Opcodes.H_INVOKESTATIC, Door.INTERNAL_NAME, name, LINK, false);
    }
}
