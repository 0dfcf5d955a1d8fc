package dev.instancepatch.agent.capture;

import dev.instancepatch.restore.Bridges;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Lets code catch an exception whose class it cannot name: it catches what it can name, and throws on what is another's.
 *
 * <pre>
 * catch (Hidden e) { … }        becomes        catch (RuntimeException e) { if (!(indy is(e))) throw e; … }
 * </pre>
 */
final class CatchBridge {
    private final Bridging bridging;
    private final MethodNode method;

    CatchBridge(Bridging bridging, MethodNode method) {
        this.bridging = bridging;
        this.method = method;
    }

    /**
     * Rewrites one block.
     *
     * @return false if another catch clause of the same try statement stands behind it, which would have to be asked next
     */
    boolean rewrite(TryCatchBlockNode block, String standIn) {
        FrameNode frame = frameOf(block.handler);
        if (frame == null || isFollowed(block)) {
            return false;
        }
        LabelNode caught = new LabelNode();
        InsnList test = new InsnList();
        test.add(new InsnNode(Opcodes.DUP));
        test.add(bridging.site("is", "(Ljava/lang/Object;)Z", Bridges.INSTANCE_OF, "L" + block.type + ";", ""));
        test.add(new JumpInsnNode(Opcodes.IFNE, caught));
        test.add(new InsnNode(Opcodes.ATHROW));
        test.add(caught);
        test.add(new FrameNode(Opcodes.F_SAME1, 0, null, 1, new Object[] {standIn}));
        test.add(new InsnNode(Opcodes.NOP)); // keeps this frame and the next apart
        method.instructions.insert(frame, test);
        method.maxStack = Math.max(method.maxStack, 2);
        block.type = standIn;
        return true;
    }

    private boolean isFollowed(TryCatchBlockNode block) {
        List<TryCatchBlockNode> blocks = method.tryCatchBlocks;
        for (TryCatchBlockNode later : blocks.subList(blocks.indexOf(block) + 1, blocks.size())) {
            if (later.start == block.start && later.type != null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable FrameNode frameOf(LabelNode handler) {
        AbstractInsnNode at = handler.getNext();
        while (at != null && at.getOpcode() < 0 && !(at instanceof FrameNode)) {
            at = at.getNext();
        }
        return at instanceof FrameNode frame ? frame : null;
    }
}
