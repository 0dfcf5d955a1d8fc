package dev.instancepatch.agent.weave;

import dev.instancepatch.table.Slots;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Type;

/**
 * Which classes have to change so that no later patch of some classes' objects changes any: those that declare the methods, and
 * those that clone. What a class inherits from the JDK is left out: all other objects of the JVM would pay for it.
 */
final class Preparation {
    private final ClassFilter filter;
    private final Map<Class<?>, Set<String>> keys = new LinkedHashMap<>();
    private final Map<Class<?>, CloneHook.Calls> cloneCalls = new HashMap<>();

    Preparation(ClassFilter filter) {
        this.filter = filter;
    }

    /** Returns what identifies a method within its class: {@code greet(Ljava/lang/String;)Ljava/lang/String;}. */
    static String key(Method method) {
        return method.getName() + Type.getMethodDescriptor(method);
    }

    /** Adds a class, and those of its methods that can have a prologue and have none. */
    void add(Class<?> type, List<Method> methods, Predicate<Method> isWoven) {
        boolean aside = false;
        for (Method method : methods) {
            Class<?> declaring = method.getDeclaringClass();
            boolean wanted = declaring == type || filter.ofApplication(declaring.getClassLoader());
            if (wanted && !filter.excluded(Type.getInternalName(declaring)) && Weavable.whyNot(method) == null) {
                aside |= Slots.owner(declaring) == null;
                if (!isWoven.test(method)) {
                    keys.computeIfAbsent(declaring, c -> new HashSet<>()).add(key(method));
                }
            }
        }
        if (aside) {
            addClones(type);
        }
    }

    private void addClones(Class<?> type) {
        for (Class<?> c : CloneHook.hierarchy(type, filter)) {
            CloneHook.Calls calls = CloneHook.Calls.in(c);
            if (!calls.equals(CloneHook.Calls.NONE)) {
                cloneCalls.put(c, calls);
                keys.computeIfAbsent(c, same -> new HashSet<>());
            }
        }
    }

    /** True if a class of the JDK is among those that change. */
    boolean needsDoor() {
        return keys.keySet().stream().anyMatch(type -> !filter.ofApplication(type.getClassLoader()));
    }

    Collection<ClassPlan> plans() {
        return keys.entrySet().stream()
                .map(entry -> new ClassPlan(
                        entry.getKey(),
                        entry.getValue(),
                        cloneCalls.getOrDefault(entry.getKey(), CloneHook.Calls.NONE)))
                .toList();
    }
}
