package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The static methods that are needed of a class, in four steps:
 *
 * <ol>
 *   <li>take in what is asked for, from the entry over every instruction and bootstrap argument, in the order it is found;
 *   <li>rename lambda bodies in that order: their numbers change with every edit of the class, and must not count;
 *   <li>leave out all that does not run: other members, annotations, signatures, local variable names. Line numbers stay;
 *   <li>bridge what will be out of reach ({@link Bridging}).
 * </ol>
 *
 * <pre>
 * class Main {                                             class Main {
 *     static int calls;                                        static Object lambda$0(Turkey self) {
 *     static String shout(String s) { … }                          return shout("squawk");
 *     static Object lambda$main$7(Turkey self) {               }
 *         return shout("squawk");                              static String shout(String s) { … }
 *     }                                                    }
 *     public static void main(String[] args) { … }
 * }
 * </pre>
 */
final class SlicePart extends Part {
    private static final String LAMBDA = "lambda$";

    private final Map<String, String> names = new LinkedHashMap<>(); // lambda$main$7(LTurkey;)… -> lambda$0
    private final Set<String> calledFromElsewhere = new HashSet<>();
    private final boolean isEntry;

    SlicePart(Program program, ClassNode original, String name, boolean isEntry) {
        super(program, original, name);
        this.isEntry = isEntry;
        made.version = original.version;
        made.access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        made.name = name;
        made.superName = "java/lang/Object";
        made.sourceFile = original.sourceFile;
    }

    @Override
    boolean isWhole() {
        return false;
    }

    void enter(LambdaSite site) {
        if (site.isBody() && ClassPool.method(original(), site.name(), site.descriptor()) != null) {
            need(site.name(), site.descriptor());
            return;
        }
        CapturedThis self = site.isBody() ? CapturedThis.of(site, original()) : null;
        MethodNode made = self != null
                ? self.method()
                : ReferenceMethod.of(site, program().pool());
        String entry = unique(Bundle.ENTRY, visibility().visible(made.desc));
        names.put(made.name + made.desc, entry);
        pend(made, entry);
    }

    static boolean isLambdaBody(MethodNode method) {
        return (method.access & Opcodes.ACC_SYNTHETIC) != 0
                && LambdaSite.BODY.matcher(method.name).matches();
    }

    /** Returns true if this method of a class that the receiver has becomes one of the slice; others are the receiver's own. */
    boolean takes(String method, String descriptor) {
        MethodNode found = ClassPool.method(original(), method, descriptor);
        return found != null && (found.access & Opcodes.ACC_STATIC) != 0;
    }

    /** Takes a method in that code of another part calls, and returns the name it has here. */
    String needFromElsewhere(String method, String descriptor) {
        String taken = need(method, descriptor);
        calledFromElsewhere.add(taken + visibility().visible(descriptor));
        return taken;
    }

    /** Lets other parts call what they need: nests end at the door (JVMS 5.4.4). */
    @Override
    void finish() {
        for (MethodNode method : made.methods) {
            if (calledFromElsewhere.contains(method.name + method.desc)) {
                method.access = opened(method.access);
            }
        }
    }

    /** Takes a method in, and returns the name it has here. */
    String need(String method, String descriptor) {
        String known = names.get(method + descriptor);
        if (known == null) {
            MethodNode found = find(method, descriptor);
            known = unique(sliceName(found), visibility().visible(descriptor));
            names.put(method + descriptor, known);
            pend(found, known);
        }
        return known;
    }

    private void pend(MethodNode method, String newName) {
        program().pend(this, method, () -> made.methods.add(take(method, newName)));
    }

    private String sliceName(MethodNode method) {
        if (isEntry && names.isEmpty()) {
            return Bundle.ENTRY;
        }
        return isLambdaBody(method) ? LAMBDA + names.size() : method.name;
    }

    private MethodNode find(String name, String descriptor) {
        MethodNode found = ClassPool.method(original(), name, descriptor);
        if (found == null) {
            throw refusal("it uses " + dotted(original().name) + "." + name + ", which its class file does not have");
        }
        if ((found.access & Opcodes.ACC_STATIC) == 0) {
            throw refusal("it uses " + dotted(original().name) + "." + name
                    + ", which is not static: it would need an object of the class that wrote it");
        }
        if ((found.access & Opcodes.ACC_NATIVE) != 0) {
            throw refusal("it uses " + dotted(original().name) + "." + name + ", which is native");
        }
        return found;
    }

    /** Says that a class which travels whole is nested in this one: that is asked of both (JVMS 4.7.6). */
    void encloses(InnerClassNode nested) {
        made.innerClasses.add(nested);
    }
}
