package dev.instancepatch.agent.verify;

import dev.instancepatch.code.ClassFile;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.MalformedBundleException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Verifies class files as far as that can be done without knowing another class: stack and local variables hold the kinds of values that
 * instructions take, and stack map frames declare what is there. The JVM asks for more when it links them; this asks before anything
 * is defined, and trusts no frame.
 */
public final class BytecodeCheck {
    /** Slots of all frames of a method: 64 MB. Nothing that a compiler makes has a tenth of it. */
    private static final long MAX_SLOTS = 16_000_000;

    private static final long MAX_HANDLED = 4_000_000; // instructions, each once for every handler that it has

    private BytecodeCheck() {}

    /** Returns what is wrong with a class file, or null if nothing is. */
    public static @Nullable String failure(ClassImage image) {
        try {
            ClassFile.of(image); // ASM calls itself for what is nested, and believes what lengths say
            ClassNode node = new ClassNode(Opcodes.ASM9);
            new ClassReader(image.bytes()).accept(node, ClassReader.SKIP_DEBUG);
            return failure(node);
        } catch (MalformedBundleException e) {
            return e.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            return "ASM cannot read it (" + e + ")";
        }
    }

    private static @Nullable String failure(ClassNode node) {
        for (MethodNode method : node.methods) {
            String why = failure(node.name, method);
            if (why != null) {
                return "its method " + method.name + method.desc + " is not verified: " + why;
            }
        }
        return null;
    }

    private static @Nullable String failure(String owner, MethodNode method) {
        if (method.instructions.size() == 0) {
            return null; // abstract or native
        }
        if (isTooLarge(method)) {
            return "it needs too much memory";
        }
        try {
            Analyzer<BasicValue> analyzer = new Analyzer<>(new Kinds(owner, method)) {
                @Override
                protected Frame<BasicValue> newFrame(int locals, int stack) {
                    return new KindFrame(locals, stack);
                }

                @Override
                protected Frame<BasicValue> newFrame(Frame<? extends BasicValue> frame) {
                    return new KindFrame(frame);
                }
            };
            return DeclaredFrames.mismatch(owner, method, analyzer.analyze(owner, method));
        } catch (AnalyzerException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static boolean isTooLarge(MethodNode method) {
        long handled = 0;
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            handled += Math.max(0, method.instructions.indexOf(block.end) - method.instructions.indexOf(block.start));
        }
        long slots = (long) method.instructions.size() * (method.maxLocals + method.maxStack);
        return slots > MAX_SLOTS || handled > MAX_HANDLED;
    }
}
