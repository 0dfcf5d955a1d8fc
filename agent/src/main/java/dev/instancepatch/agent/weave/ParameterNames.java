package dev.instancepatch.agent.weave;

import java.lang.reflect.Executable;
import java.lang.reflect.MalformedParametersException;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The parameter names of a class compiled with {@code -parameters}. JDK 17 leaves the MethodParameters attribute out of the bytes
 * it hands to a retransformation (JDK-8240908), and frameworks that map parameters by name would fail afterwards.
 */
final class ParameterNames {
    static final ParameterNames NONE = new ParameterNames(Map.of());

    private final Map<String, Parameter[]> byMethod; // greet(Ljava/lang/String;)… -> who

    private ParameterNames(Map<String, Parameter[]> byMethod) {
        this.byMethod = byMethod;
    }

    /** Reads them off a loaded class, before it is retransformed; in a transformer this would load what signatures name. */
    static ParameterNames of(Class<?> type) {
        try {
            return read(type);
        } catch (LinkageError | MalformedParametersException e) {
            return NONE; // a signature names a class that is not there, or the attribute is broken: nobody can read
            // them
        }
    }

    private static ParameterNames read(Class<?> type) {
        List<Executable> executables = new ArrayList<>(List.of(type.getDeclaredMethods()));
        executables.addAll(List.of(type.getDeclaredConstructors()));
        Map<String, Parameter[]> named = new HashMap<>();
        for (Executable executable : executables) {
            Parameter[] parameters = executable.getParameters();
            if (parameters.length > 0 && parameters[0].isNamePresent()) {
                named.put(key(executable), parameters);
            }
        }
        return named.isEmpty() ? NONE : new ParameterNames(named);
    }

    private static String key(Executable executable) {
        return executable instanceof java.lang.reflect.Method method
                ? method.getName() + Type.getMethodDescriptor(method)
                : "<init>" + Type.getConstructorDescriptor((java.lang.reflect.Constructor<?>) executable);
    }

    /** Returns the names that these bytes have lost. */
    ParameterNames missingIn(ClassReader reader) {
        if (byMethod.isEmpty()) {
            return NONE;
        }
        Set<String> present = new HashSet<>();
        reader.accept(new Finder(present), ClassReader.SKIP_CODE);
        Map<String, Parameter[]> missing = new HashMap<>(byMethod);
        missing.keySet().removeAll(present);
        return new ParameterNames(missing);
    }

    /** Says a method's names again, before anything else of it is visited; returns where to visit the rest. */
    MethodVisitor visit(MethodVisitor method, String key) {
        Parameter[] parameters = byMethod.get(key);
        if (parameters == null) {
            return method;
        }
        for (Parameter parameter : parameters) {
            method.visitParameter(parameter.getName(), parameter.getModifiers());
        }
        return new MethodVisitor(Opcodes.ASM9, method) {}; // a bare writer would copy the old method, nameless
    }

    private static final class Finder extends ClassVisitor {
        private final Set<String> present;

        Finder(Set<String> present) {
            super(Opcodes.ASM9);
            this.present = present;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitParameter(@Nullable String parameter, int parameterAccess) {
                    present.add(name + descriptor);
                }
            };
        }
    }
}
