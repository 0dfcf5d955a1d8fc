package dev.instancepatch.agent.weave;

import dev.instancepatch.code.OwnPackages;
import dev.instancepatch.refusal.Refusals;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Which methods this agent refuses to weave, and why, whatever the JVM would allow. */
final class Weavable {
    /** What dispatch itself runs through: woven, a call would need itself to be dispatched. */
    private static final List<String> DISPATCH_PACKAGES =
            List.of("java/lang/ref/", "java/lang/invoke/", "java/lang/instrument/", "jdk/internal/", "sun/");

    private static final Set<String> DISPATCH_CLASSES = Set.of(
            "java/lang/Class",
            "java/lang/ClassLoader",
            "java/lang/ClassValue",
            "java/lang/Module",
            "java/lang/Runtime",
            "java/lang/System",
            "java/lang/Thread",
            "java/lang/ThreadLocal",
            "java/io/InstancePatchDoor");

    /** Method handles take 255 slots (JVMS 4.3.3), and dispatch adds function, self and its own. */
    private static final int MAX_SLOTS = 245;

    private Weavable() {}

    /** Refuses a method that must not be woven. */
    static void check(Method method, ClassFilter filter, Object object) {
        checkExcluded(object.getClass(), filter);
        checkExcluded(method.getDeclaringClass(), filter);
        String why = whyNot(method);
        if (why != null) {
            throw Refusals.unpatchableMethod(method, why);
        }
    }

    /** Refuses a class that the options exclude. */
    static void checkExcluded(Class<?> type, ClassFilter filter) {
        if (filter.excluded(Type.getInternalName(type))) {
            throw Refusals.excludedClass(type);
        }
    }

    /** Returns why a method must not be woven, or null. */
    static @Nullable String whyNot(Method method) {
        String declaring = Type.getInternalName(method.getDeclaringClass());
        if (DISPATCH_CLASSES.contains(declaring) || DISPATCH_PACKAGES.stream().anyMatch(declaring::startsWith)) {
            return "declared by " + method.getDeclaringClass().getTypeName()
                    + ", which the JVM itself calls to link and run every call";
        }
        if (OwnPackages.include(declaring)) {
            return "a method of this library";
        }
        int slots = Type.getArgumentsAndReturnSizes(Type.getMethodDescriptor(method)) >> 2;
        return slots > MAX_SLOTS
                ? "called with " + slots + " argument slots, and method handles take " + MAX_SLOTS + " here"
                : null;
    }
}
