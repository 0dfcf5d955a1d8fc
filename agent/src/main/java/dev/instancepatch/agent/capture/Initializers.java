package dev.instancepatch.agent.capture;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Which class initializers run where the class arrives. Statics of most classes are taken as they were at the sender; not so where
 * a class holds objects of its own, which are who they are by being the only ones, or speaks of the receiver's classes.
 */
final class Initializers {
    private Initializers() {}

    /** Returns true for enums, singletons, and the maps that javac and kotlinc make for a switch over an enum. */
    static boolean runAtReceiver(@Nullable ClassNode node) {
        if (node == null) {
            return false;
        }
        if ((node.access & Opcodes.ACC_ENUM) != 0) {
            return true;
        }
        for (FieldNode field : node.fields) {
            boolean isStatic = (field.access & Opcodes.ACC_STATIC) != 0;
            boolean isFinal = (field.access & Opcodes.ACC_FINAL) != 0;
            if (isStatic && isFinal && (isOwn(field, node) || isSwitchMap(field))) {
                return true;
            }
        }
        return false;
    }

    /** A singleton, or what Kotlin calls a companion: the singleton beside a class. */
    private static boolean isOwn(FieldNode field, ClassNode node) {
        return field.desc.equals("L" + node.name + ";") || field.desc.equals("L" + node.name + "$Companion;");
    }

    private static boolean isSwitchMap(FieldNode field) {
        return field.desc.equals("[I")
                && (field.name.startsWith("$SwitchMap$") || field.name.startsWith("$EnumSwitchMapping$"));
    }
}
