package dev.instancepatch.agent.capture;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;

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
        String methodDescriptor) {
    private static final String BODY = "lambda$";

    static LambdaSite of(SerializedLambda lambda) {
        return new LambdaSite(
                lambda.getCapturingClass(),
                lambda.getImplMethodKind(),
                lambda.getImplClass(),
                lambda.getImplMethodName(),
                lambda.getImplMethodSignature(),
                lambda.getFunctionalInterfaceClass(),
                lambda.getInstantiatedMethodType(),
                lambda.getFunctionalInterfaceMethodName(),
                lambda.getFunctionalInterfaceMethodSignature());
    }

    /** Returns true if the implementation is the body of a lambda; otherwise a reference names a method that was there. */
    boolean isBody() {
        return name.startsWith(BODY) && owner.equals(writer);
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
