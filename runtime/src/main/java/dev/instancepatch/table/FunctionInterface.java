package dev.instancepatch.table;

import dev.instancepatch.Around0;
import dev.instancepatch.Around1;
import dev.instancepatch.Around2;
import dev.instancepatch.Around3;
import dev.instancepatch.Around4;
import dev.instancepatch.Around5;
import dev.instancepatch.Call;
import dev.instancepatch.Interceptor;
import dev.instancepatch.Replacement0;
import dev.instancepatch.Replacement1;
import dev.instancepatch.Replacement2;
import dev.instancepatch.Replacement3;
import dev.instancepatch.Replacement4;
import dev.instancepatch.Replacement5;
import dev.instancepatch.VoidReplacement0;
import dev.instancepatch.VoidReplacement1;
import dev.instancepatch.VoidReplacement2;
import dev.instancepatch.VoidReplacement3;
import dev.instancepatch.VoidReplacement4;
import dev.instancepatch.VoidReplacement5;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functional interfaces a patch may be written in. Their order is part of the wire format: append only. */
public enum FunctionInterface {
    REPLACEMENT_0(Replacement0.class, FunctionKind.REPLACEMENT, 0),
    REPLACEMENT_1(Replacement1.class, FunctionKind.REPLACEMENT, 1),
    REPLACEMENT_2(Replacement2.class, FunctionKind.REPLACEMENT, 2),
    REPLACEMENT_3(Replacement3.class, FunctionKind.REPLACEMENT, 3),
    REPLACEMENT_4(Replacement4.class, FunctionKind.REPLACEMENT, 4),
    REPLACEMENT_5(Replacement5.class, FunctionKind.REPLACEMENT, 5),
    VOID_REPLACEMENT_0(VoidReplacement0.class, FunctionKind.VOID_REPLACEMENT, 0),
    VOID_REPLACEMENT_1(VoidReplacement1.class, FunctionKind.VOID_REPLACEMENT, 1),
    VOID_REPLACEMENT_2(VoidReplacement2.class, FunctionKind.VOID_REPLACEMENT, 2),
    VOID_REPLACEMENT_3(VoidReplacement3.class, FunctionKind.VOID_REPLACEMENT, 3),
    VOID_REPLACEMENT_4(VoidReplacement4.class, FunctionKind.VOID_REPLACEMENT, 4),
    VOID_REPLACEMENT_5(VoidReplacement5.class, FunctionKind.VOID_REPLACEMENT, 5),
    AROUND_0(Around0.class, FunctionKind.AROUND, 0),
    AROUND_1(Around1.class, FunctionKind.AROUND, 1),
    AROUND_2(Around2.class, FunctionKind.AROUND, 2),
    AROUND_3(Around3.class, FunctionKind.AROUND, 3),
    AROUND_4(Around4.class, FunctionKind.AROUND, 4),
    AROUND_5(Around5.class, FunctionKind.AROUND, 5),
    INTERCEPTOR(Interceptor.class, FunctionKind.INTERCEPTOR, -1);

    private static final List<FunctionInterface> ALL = List.of(values());

    private final Class<?> type;
    private final FunctionKind kind;
    private final int arity;

    FunctionInterface(Class<?> type, FunctionKind kind, int arity) {
        this.type = type;
        this.kind = kind;
        this.arity = arity;
    }

    /** Returns the interface itself, for example {@code Replacement1}. */
    public Class<?> type() {
        return type;
    }

    /** Returns how functions of this interface are called. */
    public FunctionKind kind() {
        return kind;
    }

    /** Returns the number of the method's parameters, or -1 for any. */
    public int arity() {
        return arity;
    }

    /** Returns the name of the interface's one abstract method. */
    public String methodName() {
        return kind == FunctionKind.INTERCEPTOR ? "intercept" : "apply";
    }

    /** Returns the erased type of the interface's one abstract method, without its receiver. */
    public MethodType methodType() {
        Class<?> result = kind == FunctionKind.VOID_REPLACEMENT ? void.class : Object.class;
        return switch (kind) {
            case INTERCEPTOR -> MethodType.methodType(result, Call.class);
            case AROUND ->
                MethodType.genericMethodType(arity + 1).insertParameterTypes(0, OriginalCall.interfaceOf(arity));
            default -> MethodType.genericMethodType(arity + 1).changeReturnType(result);
        };
    }

    /** Returns how many leading parameters of {@link #methodType} stand before {@code self}. */
    public int selfIndex() {
        return kind == FunctionKind.AROUND ? 1 : 0;
    }

    /** Returns the interface with this type, or null if it is none of ours. */
    public static @Nullable FunctionInterface of(Class<?> type) {
        return ALL.stream().filter(i -> i.type == type).findFirst().orElse(null);
    }

    /** Returns the interface with this position in the wire format, or null if there is none. */
    public static @Nullable FunctionInterface at(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.size() ? ALL.get(ordinal) : null;
    }

    /** Returns the interfaces that a function implements and that fit a method with so many parameters. */
    public static List<FunctionInterface> fitting(Object function, int parameters) {
        return ALL.stream()
                .filter(i -> (i.arity == parameters || i.arity < 0) && i.type.isInstance(function))
                .toList();
    }
}
