package dev.instancepatch.agent.capture;

import dev.instancepatch.wire.TravelsByValue;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.objectweb.asm.Type;

/**
 * Where a class makes a lambda or a method reference, in the terms of LambdaMetafactory and of {@link SerializedLambda}.
 *
 * @param writer internal name of the class that makes it, the capturing class
 * @param kind how the implementation is called, a reference kind of {@link MethodHandleInfo}
 * @param owner internal name of the class that declares the implementation
 * @param name name of the implementation
 * @param descriptor descriptor of the implementation: captured values first
 * @param interfaceName internal name of the functional interface
 * @param functionDescriptor the function's own types: its instantiated method type
 * @param method name of the interface's method
 * @param methodDescriptor its erased types
 * @param markers internal names of the other interfaces that a cast gave it, but for Serializable and our own mark
 */
record LambdaSite(
        String writer,
        int kind,
        String owner,
        String name,
        String descriptor,
        String interfaceName,
        String functionDescriptor,
        String method,
        String methodDescriptor,
        List<String> markers) {
    /** What javac, kotlinc and scalac call the methods that they make of lambdas: names that change with every edit. */
    static final Pattern BODY = Pattern.compile("lambda\\$.*|.*\\$lambda\\$\\d+(\\$\\d+)*|.*\\$anonfun\\$.*");

    static LambdaSite of(SerializedLambda lambda, Class<?> function) {
        return new LambdaSite(
                lambda.getCapturingClass(),
                lambda.getImplMethodKind(),
                lambda.getImplClass(),
                lambda.getImplMethodName(),
                lambda.getImplMethodSignature(),
                lambda.getFunctionalInterfaceClass(),
                lambda.getInstantiatedMethodType(),
                lambda.getFunctionalInterfaceMethodName(),
                lambda.getFunctionalInterfaceMethodSignature(),
                markers(function, lambda.getFunctionalInterfaceClass()));
    }

    /** Returns true if a lambda of the same class is made here: what that class has besides, its interfaces, is the same then. */
    boolean isOf(SerializedLambda lambda) {
        return kind == lambda.getImplMethodKind()
                && writer.equals(lambda.getCapturingClass())
                && owner.equals(lambda.getImplClass())
                && name.equals(lambda.getImplMethodName())
                && descriptor.equals(lambda.getImplMethodSignature())
                && interfaceName.equals(lambda.getFunctionalInterfaceClass())
                && functionDescriptor.equals(lambda.getInstantiatedMethodType())
                && method.equals(lambda.getFunctionalInterfaceMethodName())
                && methodDescriptor.equals(lambda.getFunctionalInterfaceMethodSignature());
    }

    private static List<String> markers(Class<?> function, String functional) {
        List<String> markers = new ArrayList<>();
        for (Class<?> type : function.getInterfaces()) {
            String name = type.getName().replace('.', '/');
            if (!name.equals(functional) && isMarker(name)) {
                markers.add(name);
            }
        }
        return markers;
    }

    /** Serializable goes without saying, and our mark is put on again. */
    static boolean isMarker(String name) {
        return !name.equals("java/io/Serializable") && !name.equals(Type.getInternalName(TravelsByValue.class));
    }

    /** Returns all its interfaces, the one first that has the method. */
    List<String> interfaces(ClassPool pool) {
        List<String> interfaces = new ArrayList<>();
        if (!interfaceName.equals("java/io/Serializable")) {
            interfaces.add(interfaceName);
        }
        interfaces.addAll(markers);
        for (String name : interfaces) {
            if (pool.declaring(name, method, methodDescriptor) != null) {
                interfaces.remove(name);
                interfaces.add(0, name);
                break;
            }
        }
        return interfaces;
    }

    /**
     * Returns true if the implementation is the body of a lambda; otherwise a reference names a method that was there. So does, in
     * effect, a lambda of Scala's in an instance method.
     */
    boolean isBody() {
        return owner.equals(writer)
                && (name.startsWith("lambda$")
                        || (isStatic() && BODY.matcher(name).matches()));
    }

    boolean isStatic() {
        return kind == MethodHandleInfo.REF_invokeStatic;
    }

    /** Returns the descriptor of a static method that does what the implementation does. */
    String entryDescriptor() {
        return switch (kind) {
            case MethodHandleInfo.REF_invokeStatic -> descriptor;
            case MethodHandleInfo.REF_newInvokeSpecial ->
                descriptor.substring(0, descriptor.lastIndexOf(')') + 1) + "L" + owner + ";";
            default -> "(" + receiver() + descriptor.substring(1);
        };
    }

    /** An array's own methods ({@code int[]::clone}) have a descriptor for an owner. */
    private String receiver() {
        return owner.startsWith("[") ? owner : "L" + owner + ";";
    }
}
