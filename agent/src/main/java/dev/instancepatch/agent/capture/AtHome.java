package dev.instancepatch.agent.capture;

import dev.instancepatch.PatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Received code whose by-value classes are all here already, the very same: then those are used, so that what the function captured
 * is what the receiver's own code knows. Only the slices are foreign, and what they could reach in the opened copies is bridged
 * ({@link Bridging}), since the classes that are here are as closed as they were written.
 */
final class AtHome {
    private AtHome() {}

    /** Returns the bundle for this JVM's own classes, or null if it has to bring its own. */
    static @Nullable Bundle of(Bundle bundle, ClassLoader loader) {
        List<ClassUnit> classes = bundle.units().stream()
                .filter(unit -> !StaticHolder.isOne(unit))
                .toList();
        if (classes.isEmpty() || !classes.stream().allMatch(unit -> OwnClasses.isOwn(unit, loader))) {
            return null;
        }
        try {
            return bridged(bundle, loader);
        } catch (PatchException cannotBeBridged) {
            return null;
        }
    }

    private static Bundle bridged(Bundle bundle, ClassLoader loader) {
        Program program = new Program(
                new ClassPool(loader),
                ByValue.asSent(List.of(bundle.code()), loader),
                Set.of(),
                bundle.host().binaryName());
        List<ClassImage> images = new ArrayList<>();
        Visibility visibility = null;
        for (ClassImage image : bundle.code().classes()) {
            SlicePart part = bridged(image, program);
            images.add(new ClassImage(image.name(), part.bytes()));
            visibility = visibility == null ? part.visibility() : visibility;
        }
        List<ClassUnit> values =
                bundle.code().uses().stream().filter(StaticHolder::isOne).toList();
        ClassUnit code = new ClassUnit(images, 0, bundle.code().statics(), values);
        return visibility == null
                ? bundle
                : new Bundle(
                        bundle.interfaces(),
                        visibility.visible(bundle.entryDescriptor()),
                        visibility.visible(bundle.functionDescriptor()),
                        bundle.declaredDescriptor(),
                        code);
    }

    private static SlicePart bridged(ClassImage image, Program program) {
        ClassNode node = new ClassNode();
        new ClassReader(image.bytes()).accept(node, 0);
        SlicePart part = new SlicePart(program, node, node.name, false);
        part.made.access = node.access;
        for (MethodNode method : node.methods) {
            MethodNode copy = new MethodNode(
                    Opcodes.ASM9,
                    method.access,
                    method.name,
                    method.desc,
                    method.signature,
                    method.exceptions.toArray(new String[0]));
            method.accept(copy);
            new Bridging(part, copy).rewrite();
            part.made.methods.add(copy);
        }
        return part;
    }
}
