package dev.instancepatch.agent.capture;

import org.objectweb.asm.tree.ClassNode;

/** A static field of a class that travels. */
record StaticField(ClassNode declaring, String name, String descriptor, boolean isFinal) {}
