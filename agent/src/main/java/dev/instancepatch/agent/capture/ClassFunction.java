package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.restore.InterfaceMethods;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A function that is an object of a class of its own, anonymous or named: taken for the method reference {@code function::apply},
 * which captured the object. So all that follows knows lambdas only.
 */
final class ClassFunction {
    private ClassFunction() {}

    /**
     * Returns where the function could have been made.
     *
     * @param type the interface it is called through
     * @param declared the types it declares
     */
    static LambdaSite site(Class<?> type, MethodType declared, Object function, String name) {
        Method method = InterfaceMethods.abstractOf(type).get(0);
        String writer = function.getClass().getName().replace('.', '/');
        if (function.getClass().isHidden() || writer.startsWith("[")) {
            throw Refusals.notCapturable(name, "its class has no class file", null);
        }
        MethodType erased = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        return new LambdaSite(
                writer,
                MethodHandleInfo.REF_invokeVirtual,
                writer,
                method.getName(),
                erased.descriptorString(),
                type.getName().replace('.', '/'),
                declared.descriptorString(),
                method.getName(),
                erased.descriptorString(),
                List.of());
    }

    /** The same, for the one functional interface that the function's class implements. */
    static LambdaSite site(Object function) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> c = function.getClass(); c != null; c = c.getSuperclass()) {
            for (Class<?> type : c.getInterfaces()) {
                if (isFunctional(type)) {
                    found.add(type);
                }
            }
        }
        if (found.isEmpty()) {
            throw Refusals.notCapturable(
                    "(" + function.getClass().getTypeName() + ")",
                    "its class implements no functional interface",
                    null);
        }
        Method method = InterfaceMethods.abstractOf(found.get(0)).get(0);
        return site(
                found.get(0),
                MethodType.methodType(method.getReturnType(), method.getParameterTypes()),
                function,
                "(" + function.getClass().getTypeName() + ")");
    }

    /** Those of the JDK say so: Comparable, which every enum is, is none. */
    private static boolean isFunctional(Class<?> type) {
        if (type.getName().startsWith("java.") && !type.isAnnotationPresent(FunctionalInterface.class)) {
            return false;
        }
        List<Method> methods = InterfaceMethods.abstractOf(type);
        return !methods.isEmpty()
                && methods.stream().map(Method::getName).distinct().count() == 1;
    }

    /** Returns where a bundle could have been made from objects of this class, if it could. */
    static List<LambdaSite> sites(ClassNode node, Bundle bundle, ClassPool pool) {
        List<LambdaSite> sites = new ArrayList<>();
        String self = "(L" + node.name + ";";
        if (bundle.entryDescriptor().startsWith(self) && bundle.capturedCount() == 1) {
            String descriptor = "(" + bundle.entryDescriptor().substring(self.length());
            List<MethodNode> methods = new ArrayList<>();
            pool.hierarchy(node.name).forEach(c -> methods.addAll(c.methods));
            for (MethodNode method : methods) {
                if (method.desc.equals(descriptor) && (method.access & Opcodes.ACC_STATIC) == 0) {
                    sites.add(new LambdaSite(
                            node.name,
                            MethodHandleInfo.REF_invokeVirtual,
                            node.name,
                            method.name,
                            descriptor,
                            bundle.interfaceName(),
                            bundle.declaredDescriptor(),
                            method.name,
                            descriptor,
                            List.of()));
                }
            }
        }
        return sites;
    }

    /** Returns the object that is the function, if it was one. */
    static @Nullable Object object(LambdaSite site, @Nullable Object[] captured, Class<?> implemented) {
        boolean isOne = captured.length == 1
                && site.owner().equals(site.writer())
                && implemented.isInstance(captured[0])
                && captured[0].getClass().getName().replace('.', '/').equals(site.owner());
        return isOne ? captured[0] : null;
    }
}
