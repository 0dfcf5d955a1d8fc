package dev.instancepatch.agent.capture;

import dev.instancepatch.code.ClassImage;
import dev.instancepatch.refusal.Refusals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The code that one function, or one unit, consists of: follows every use from what it begins with. Of classes of which only static
 * methods are used, those methods come along, as slices. Classes of which there may be objects go whole: they are named here
 * ({@link #types}), and each is a unit's ({@link Units}).
 *
 * <p>What must be whole is known in the end only, so that a program is followed again until nothing new is found ({@link Slices}).
 */
final class Program {
    private final ClassPool pool;
    private final ByValue rule;
    private final Set<String> whole;
    private final String function;
    private final Set<String> types = new LinkedHashSet<>();
    private final Map<String, SlicePart> slices = new LinkedHashMap<>();
    private final Map<String, WholePart> wholes = new LinkedHashMap<>();
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final StaticFields statics = new StaticFields();
    private final CallGraph calls = new CallGraph();

    /**
     * A program.
     *
     * @param whole the classes that are known to travel whole
     * @param function what to call it in a refusal
     */
    Program(ClassPool pool, ByValue rule, Set<String> whole, String function) {
        this.pool = pool;
        this.rule = rule;
        this.whole = whole;
        this.function = function;
    }

    ClassPool pool() {
        return pool;
    }

    String function() {
        return function;
    }

    CallGraph calls() {
        return calls;
    }

    StaticFields statics() {
        return statics;
    }

    /** Returns the classes of which there may be objects, in the order they were found. */
    Set<String> types() {
        return types;
    }

    void enter(LambdaSite site, ClassNode host) {
        SlicePart part = new SlicePart(this, host, partName(host.name), true);
        slices.put(host.name, part);
        site.interfaces(pool).forEach(name -> type(name, part));
        part.enter(site);
        run();
    }

    void enterWhole(List<String> names) {
        for (String name : names) {
            ClassNode node = pool.get(name);
            if (node == null) {
                throw Refusals.notCapturable(
                        function, "the class file of " + Part.dotted(name) + " cannot be found", null);
            }
            wholes.put(name, new WholePart(this, node));
        }
        wholes.values().forEach(part -> pending.add(part::takeAll));
        run();
    }

    private void run() {
        while (!pending.isEmpty()) {
            pending.remove().run();
        }
        statics.settle();
        slices.values().forEach(Part::finish);
        wholes.values().forEach(Part::finish);
    }

    void pend(Part part, MethodNode method, Runnable taking) {
        pending.add(() -> {
            calls.begin(part.original().name, method);
            taking.run();
        });
    }

    /** Returns the classes, whole ones first. */
    List<ClassImage> images() {
        List<ClassImage> images = new ArrayList<>();
        wholes.values().forEach(part -> images.add(new ClassImage(part.name(), part.bytes())));
        slices.values().forEach(part -> images.add(new ClassImage(part.name(), part.bytes())));
        return images;
    }

    boolean travels(String name, Part from) {
        return travels(name, from.original().name);
    }

    /** Returns the internal name of a class whose code it is. */
    String writer() {
        return (wholes.isEmpty() ? slices : wholes).keySet().iterator().next();
    }

    /** Returns true if a method of a class that travels overrides one of a supertype that does not. */
    boolean overridesForeign(String owner, String name, String descriptor) {
        return pool.hierarchy(owner).stream()
                .anyMatch(c -> !travels(c.name, owner) && ClassPool.method(c, name, descriptor) != null);
    }

    ByValue rule() {
        return rule;
    }

    boolean travels(String name, String from) {
        return rule.includes(name, from);
    }

    /** Returns true if a class is one of this very unit. */
    boolean isBeside(String name) {
        return wholes.containsKey(name);
    }

    boolean isWhole(String name) {
        return whole.contains(name);
    }

    /** Notes a use of a class as a type. Arrays and primitives are not for here. */
    void type(String name, Part from) {
        if (travels(name, from)) {
            types.add(name);
        }
    }

    /** Returns the name under which a class is known to code that only asks for its {@code Class}: a slice will do. */
    String literal(String name, Part from) {
        if (from.isOf(name)) {
            return travels(name, from) && !isWhole(name) ? from.name() : name;
        }
        ClassNode node = pool.get(name);
        boolean suffices = node != null && from.original().name.startsWith(name + "$"); // an outer class
        if (!travels(name, from) || isWhole(name) || Initializers.runAtReceiver(node) || !suffices) {
            type(name, from);
            return name;
        }
        return slice(node).name();
    }

    /** A method as code of a part is to name it. */
    record Named(String owner, String name, boolean isInterface) {}

    /** Decides where a call goes; takes along what it needs. */
    Named method(Part from, String owner, String name, String descriptor, boolean isStatic, boolean isInterface) {
        Named asIs = new Named(owner, name, isInterface);
        if (!travels(owner, from)) {
            if (from instanceof SlicePart slice && from.isOf(owner) && slice.takes(name, descriptor)) {
                return new Named(slice.name(), slice.need(name, descriptor), false); // of a class that the receiver has
            }
            return asIs;
        }
        calls.add(owner, name, descriptor, isStatic || name.equals("<init>"));
        return isStatic ? staticMethod(from, asIs, descriptor) : instanceMethod(from, asIs);
    }

    private Named instanceMethod(Part from, Named asIs) {
        if (!(from.isWhole() && from.isOf(asIs.owner()))) {
            type(asIs.owner(), from);
        }
        return asIs;
    }

    private Named staticMethod(Part from, Named asIs, String descriptor) {
        ClassNode declaring = pool.declaring(asIs.owner(), asIs.name(), descriptor);
        if (declaring == null) {
            type(asIs.owner(), from);
            return asIs;
        }
        MethodNode method = ClassPool.method(declaring, asIs.name(), descriptor);
        if (!travels(declaring.name, from)) {
            return new Named(declaring.name, asIs.name(), asIs.isInterface());
        }
        if (from.isOf(declaring.name)) {
            boolean copied = from instanceof SlicePart
                    && (!isWhole(declaring.name) || (method != null && SlicePart.isLambdaBody(method)));
            if (copied) {
                return new Named(from.name(), ((SlicePart) from).need(asIs.name(), descriptor), false);
            }
            return asIs;
        }
        if (isWhole(declaring.name) || Initializers.runAtReceiver(declaring)) {
            type(declaring.name, from);
            return new Named(declaring.name, asIs.name(), asIs.isInterface());
        }
        SlicePart slice = slice(declaring);
        return new Named(slice.name(), slice.needFromElsewhere(asIs.name(), descriptor), false);
    }

    SlicePart slice(ClassNode node) {
        return slices.computeIfAbsent(node.name, n -> new SlicePart(this, node, partName(n), false));
    }

    private String partName(String original) {
        boolean aside = isWhole(original) || !rule.includes(original, original);
        return aside ? original + Part.ASIDE : original;
    }

    /** Returns the field that a static access means, if it is one of a class that travels; null if the receiver has it. */
    @Nullable
    StaticField staticField(Part from, String owner, String name, String descriptor) {
        if (!travels(owner, from)) {
            return null;
        }
        ClassNode declaring = pool.declaringField(owner, name, descriptor);
        if (declaring == null || !travels(declaring.name, from)) {
            return null;
        }
        FieldNode field = ClassPool.field(declaring, name, descriptor);
        boolean isFinal = field != null && (field.access & Opcodes.ACC_FINAL) != 0;
        return new StaticField(declaring, name, descriptor, isFinal);
    }
}
