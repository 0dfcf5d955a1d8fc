package dev.instancepatch.select;

import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.table.FunctionTypes;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.List;

/** Which method {@code Turkey::hi} means, from its serialized form. */
public final class MethodReferences {
    private MethodReferences() {}

    /**
     * Returns the method of a class that a reference names.
     *
     * @param type the class of the object to be patched
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_A_METHOD} if it is a lambda, a constructor, a
     *     static method, or a reference that javac turned into a lambda (varargs, for one)
     */
    public static Method resolve(Class<?> type, Object reference) {
        SerializedLambda form = FunctionTypes.serializedForm(reference);
        if (form == null) {
            throw Refusals.notAMethod(
                    type.getTypeName(),
                    "it is an object of " + reference.getClass().getTypeName());
        }
        String name = form.getImplMethodName();
        switch (form.getImplMethodKind()) {
            case MethodHandleInfo.REF_invokeVirtual,
                    MethodHandleInfo.REF_invokeInterface,
                    MethodHandleInfo.REF_invokeSpecial -> {
                if (form.getCapturedArgCount() > 0) {
                    throw Refusals.notAMethod(type.getTypeName(), "it is bound to an object");
                }
                return MethodChoice.overload(type, name, parameters(type, form));
            }
            default ->
                throw Refusals.notAMethod(
                        type.getTypeName(),
                        name.startsWith("lambda$") ? "javac made a lambda of it" : "it names no instance method");
        }
    }

    private static List<Class<?>> parameters(Class<?> type, SerializedLambda form) {
        try {
            return MethodType.fromMethodDescriptorString(form.getImplMethodSignature(), type.getClassLoader())
                    .parameterList();
        } catch (TypeNotPresentException e) {
            throw Refusals.missingClass(type.getTypeName(), e);
        }
    }
}
