package dev.instancepatch.agent.capture;

import dev.instancepatch.PatchException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.SerialVersionUIDAdder;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * A class that travels whole, because there may be objects of it:
 *
 * <ol>
 *   <li>take in all methods; one that cannot travel throws where it arrives, and whoever calls it is refused here ({@link Reached});
 *   <li>leave out static variables, whose values are taken as they were, unless the initializer runs there ({@link Initializers});
 *   <li>open what was private or package-private: the units of a package are not one run-time package (JVMS 5.3). Private
 *       instance methods stay as they are, lest something overrides them; calls from elsewhere are bridged;
 *   <li>state the serialVersionUID that the class had before all that.
 * </ol>
 *
 * <pre>
 * private static final class Point implements Serializable {     public final class Point implements Serializable {
 *     private static final Pattern DIGITS = Pattern.compile(…);      public static final long serialVersionUID = -42L;
 *     private final int x;                                           public final int x;
 *     boolean fits(String s) {                                       public boolean fits(String s) {
 *         return DIGITS.matcher(s).matches();                            return indy DIGITS().matcher(s).matches();
 *     }                                                              }
 * }                                                              }
 * </pre>
 */
final class WholePart extends Part {
    private static final String SERIAL_VERSION = "serialVersionUID";
    private static final String INITIALIZER = "<clinit>";

    private final boolean initializes;

    WholePart(Program program, ClassNode original) {
        super(program, original, original.name);
        this.initializes = Initializers.runAtReceiver(original);
        original.accept(made);
        made.methods.clear();
        made.nestHostClass = null;
        made.nestMembers = null;
        made.permittedSubclasses = null;
        made.outerMethod = null;
        made.outerMethodDesc = null;
        made.sourceDebug = null;
        if (!initializes) {
            made.fields.removeIf(f -> (f.access & Opcodes.ACC_STATIC) != 0 && f.value == null);
        }
    }

    @Override
    boolean isWhole() {
        return true;
    }

    void takeAll() {
        supertypes();
        made.fields.forEach(field -> FieldTypes.require(field.desc, this));
        if (made.recordComponents != null) {
            made.recordComponents.forEach(component -> FieldTypes.require(component.descriptor, this));
        }
        for (MethodNode method : original().methods) {
            if (initializes || !method.name.equals(INITIALIZER)) {
                program().pend(this, method, () -> made.methods.add(takeOrThrow(method)));
            }
        }
        Overriding.check(this);
        annotations(original().visibleAnnotations);
        original().fields.forEach(field -> annotations(field.visibleAnnotations));
        original().methods.forEach(method -> annotations(method.visibleAnnotations));
        enclose();
    }

    /** Reflection finds those whose types came along. */
    private void annotations(@Nullable List<AnnotationNode> annotations) {
        if (annotations != null) {
            annotations.forEach(each -> program().type(Type.getType(each.desc).getInternalName(), this));
        }
    }

    private void supertypes() {
        program().type(original().superName, this);
        original().interfaces.forEach(name -> program().type(name, this));
        if (!visibility().sees(original().superName)) {
            throw refuseInvisible(original().superName, "uses " + dotted(name()) + ", which extends");
        }
        for (String implemented : original().interfaces) {
            if (!visibility().sees(implemented)) {
                throw refuseInvisible(implemented, "uses " + dotted(name()) + ", which implements");
            }
        }
    }

    private MethodNode takeOrThrow(MethodNode method) {
        try {
            if (method.name.equals("main") && method.desc.equals("([Ljava/lang/String;)V")) {
                throw refusal("main methods stay where they are");
            }
            if ((method.access & Opcodes.ACC_NATIVE) != 0) {
                throw refusal("it uses " + dotted(name()) + "." + method.name + ", which is native");
            }
            MethodNode copy = take(method, method.name);
            if (!unique(copy.name, copy.desc).equals(copy.name)) {
                throw refusal("it uses " + dotted(name()) + ", whose methods " + method.name
                        + " differ only in types that are not public, and that the receiver's code cannot tell apart");
            }
            return copy;
        } catch (PatchException problem) {
            String why =
                    String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
            program().calls().problem(original().name, method, why.substring(why.indexOf(" cannot travel: ") + 16));
            return throwing(method);
        }
    }

    private MethodNode throwing(MethodNode method) {
        MethodNode made = new MethodNode(
                Opcodes.ASM9,
                method.access & ~Opcodes.ACC_NATIVE,
                method.name,
                visibility().visible(method.desc),
                null,
                null);
        made.instructions.add(new TypeInsnNode(Opcodes.NEW, "java/lang/UnsupportedOperationException"));
        made.instructions.add(new InsnNode(Opcodes.DUP));
        made.instructions.add(new LdcInsnNode(dotted(name()) + "." + method.name + " could not travel"));
        made.instructions.add(new MethodInsnNode(
                Opcodes.INVOKESPECIAL,
                "java/lang/UnsupportedOperationException",
                "<init>",
                "(Ljava/lang/String;)V",
                false));
        made.instructions.add(new InsnNode(Opcodes.ATHROW));
        made.maxStack = 3;
        made.maxLocals = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
        return made;
    }

    /** Opens a nested class here too: Java serialization asks {@code Class.getModifiers} whether it may construct a superclass. */
    private static InnerClassNode open(InnerClassNode nested) {
        return new InnerClassNode(nested.name, nested.outerName, nested.innerName, opened(nested.access));
    }

    /** Keeps what tells the simple name of a nested class, together with the other side of it, which is asked (JVMS 4.7.6). */
    private void enclose() {
        List<InnerClassNode> nested = List.copyOf(made.innerClasses);
        made.innerClasses.clear();
        boolean keepsOuter = false;
        for (InnerClassNode each : nested) {
            if (each.name.equals(name())) {
                String outer = each.outerName != null ? each.outerName : made.outerClass;
                keepsOuter = outer != null && isEnclosedBy(outer, each);
                if (keepsOuter) {
                    made.innerClasses.add(open(each));
                }
            } else if (name().equals(each.outerName) && program().isWhole(each.name)) {
                made.innerClasses.add(open(each));
            }
        }
        if (!keepsOuter) {
            made.outerClass = null;
        }
    }

    private boolean isEnclosedBy(String outer, InnerClassNode nested) {
        if (!program().travels(outer, this)) {
            return false;
        }
        if (program().isBeside(outer)) {
            return true;
        }
        ClassNode node = program().isWhole(outer) ? null : program().pool().get(outer);
        if (node == null) {
            return false;
        }
        program().slice(node).encloses(nested);
        return true;
    }

    @Override
    void finish() {
        made.access = opened(made.access) | Opcodes.ACC_SUPER;
        if ((original().access & Opcodes.ACC_INTERFACE) != 0) {
            made.access &= ~Opcodes.ACC_SUPER;
            return;
        }
        made.fields.forEach(field -> field.access = opened(field.access));
        for (MethodNode method : made.methods) {
            boolean isInstance = (method.access & Opcodes.ACC_STATIC) == 0 && !method.name.equals("<init>");
            boolean stays = isInstance && (method.access & Opcodes.ACC_PRIVATE) != 0;
            if (!stays && !method.name.equals(INITIALIZER)) {
                method.access = opened(method.access);
            }
        }
        stateVersion();
    }

    private void stateVersion() {
        boolean isPlain = (original().access & (Opcodes.ACC_ENUM | Opcodes.ACC_RECORD)) == 0;
        if (isPlain && program().pool().isSubtype(name(), "java/io/Serializable")) {
            FieldNode version = version();
            if (version != null && ClassPool.field(made, version.name, version.desc) == null) {
                made.fields.add(version);
            }
        }
    }

    private @Nullable FieldNode version() {
        ClassNode stated = new ClassNode();
        original().accept(new StatedVersion(stated));
        return ClassPool.field(stated, SERIAL_VERSION, "J");
    }

    /** The default one (serialization specification, 4.6). */
    private static final class StatedVersion extends SerialVersionUIDAdder {
        StatedVersion(ClassNode stated) {
            super(Opcodes.ASM9, stated);
        }
    }
}
