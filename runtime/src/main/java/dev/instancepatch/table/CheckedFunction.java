package dev.instancepatch.table;

import dev.instancepatch.Origin;
import dev.instancepatch.refusal.Refusals;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A table entry for a function that declares narrower parameters than its method: {@code (Box<String> self, String s) -> …}
 * for {@code Box.set(Object)}. Its arguments are checked before it sees them; all other functions are entries themselves.
 */
final class CheckedFunction {
    private final PatchRecord record;
    private final MethodType declared;
    private volatile @Nullable MethodHandle
            call; // (self, Object[]) -> result; made for sites that do not know the function's class

    private CheckedFunction(PatchRecord record, MethodType declared) {
        this.record = record;
        this.declared = declared;
    }

    /** Returns what a table holds for a patch: the function, or its checked form. */
    static Object entryOf(PatchRecord record) {
        if (record.function() instanceof LazyFunction || record.type().kind() == FunctionKind.INTERCEPTOR) {
            return record.function();
        }
        CheckedFunction checked = new CheckedFunction(record, FunctionTypes.of(record.type(), record.function()));
        for (int i = 0; i < record.id().type().parameterCount(); i++) {
            if (checked.isNarrower(i)) {
                return checked;
            }
        }
        return record.function();
    }

    /** Returns what a table would hold for a function of this method. */
    static Object entryOf(MethodId id, Object function) {
        FunctionInterface type =
                FunctionInterface.fitting(function, id.type().parameterCount()).get(0);
        return entryOf(new PatchRecord(id, type, function, Origin.LOCAL, null, null, Instant.EPOCH, true));
    }

    /** Returns the function of a table's entry. */
    static Object functionIn(Object entry) {
        return entry instanceof CheckedFunction checked ? checked.record.function() : entry;
    }

    static boolean isExactlyChecked(Class<?> type, Object entry) {
        return entry instanceof CheckedFunction checked
                && checked.record.function().getClass() == type;
    }

    /** Returns a handler of checked functions of this one's class, made of one for functions of that class. */
    MethodHandle checking(MethodHandle handler) {
        MethodHandle checking = MethodHandles.filterArguments(handler, 0, Own.FUNCTION_IN);
        for (int i = record.id().type().parameterCount() - 1; i >= 0; i--) { // the filter put on last checks first
            if (isNarrower(i)) {
                Class<?> parameter = handler.type().parameterType(2 + i); // behind function and self
                MethodHandle check =
                        MethodHandles.insertArguments(Own.CHECK_FOR_FUNCTION, 0, record.id(), i, declaredParameter(i));
                checking = MethodHandles.filterArguments(
                        checking, 2 + i, check.asType(MethodType.methodType(parameter, parameter)));
            }
        }
        return checking;
    }

    static @Nullable Object call(CheckedFunction function, Object self, @Nullable Object[] arguments) throws Throwable {
        for (int i = 0; i < arguments.length; i++) {
            checkForFunction(function.record.id(), i, function.declaredParameter(i), arguments[i]);
        }
        return (Object) function.call().invokeExact(self, arguments);
    }

    static @Nullable Object checkForFunction(MethodId id, int index, Class<?> expected, @Nullable Object value) {
        if (value != null && !expected.isInstance(value)) {
            throw Refusals.wrongArgumentForFunction(id.method(), index, expected, value.getClass());
        }
        return value;
    }

    private MethodHandle call() {
        MethodHandle known = call;
        if (known == null) {
            int parameters = record.id().type().parameterCount();
            call = known = Handlers.calling(record.id(), record.type())
                    .asType(MethodType.genericMethodType(parameters + 2))
                    .bindTo(record.function())
                    .asSpreader(Object[].class, parameters);
        }
        return known;
    }

    private boolean isNarrower(int index) {
        return !declaredParameter(index)
                .isAssignableFrom(Boxes.box(record.id().type().parameterType(index)));
    }

    private Class<?> declaredParameter(int index) {
        return declared.parameterType(record.type().selfIndex() + 1 + index);
    }
}
