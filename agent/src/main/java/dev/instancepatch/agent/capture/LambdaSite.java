package dev.instancepatch.agent.capture;

import java.lang.invoke.SerializedLambda;

/**
 * Where a class makes a lambda, in the terms of LambdaMetafactory.
 *
 * @param host internal name of the class that holds the lambda's body
 * @param name name of the body
 * @param descriptor descriptor of the body: captured values first
 * @param interfaceName internal name of the functional interface
 * @param functionDescriptor the lambda's own types: its instantiated method type
 */
record LambdaSite(String host, String name, String descriptor, String interfaceName, String functionDescriptor) {
    static LambdaSite of(SerializedLambda lambda) {
        return new LambdaSite(
                lambda.getImplClass(),
                lambda.getImplMethodName(),
                lambda.getImplMethodSignature(),
                lambda.getFunctionalInterfaceClass(),
                lambda.getInstantiatedMethodType());
    }
}
