package dev.instancepatch.table;

import dev.instancepatch.Origin;
import dev.instancepatch.refusal.Refusals;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A table entry for a function that declares narrower parameters than its method: {@code (Box<String> self, String s) -> …}
 * for {@code Box.set(Object)}. Its arguments are checked before it sees them; all other functions are entries themselves.
 */
final class CheckedFunction {
    private final MethodId id;
    private final MethodType declared;
    private final int first; // of the method's parameters, in the declared type
    private final MethodHandle call; // (self, Object[]) -> result

    private CheckedFunction(PatchRecord record, MethodType declared) {
        this.id = record.id();
        this.declared = declared;
        this.first = record.type().selfIndex() + 1;
        this.call = Handlers.calling(id, record.type())
                .asType(MethodType.genericMethodType(id.type().parameterCount() + 2))
                .bindTo(record.function())
                .asSpreader(Object[].class, id.type().parameterCount());
    }

    /** Returns what a table holds for a patch: the function, or its checked form. */
    static Object entryOf(PatchRecord record) {
        if (record.function() instanceof LazyFunction || record.type().kind() == FunctionKind.INTERCEPTOR) {
            return record.function();
        }
        MethodType declared = FunctionTypes.of(record.type(), record.function());
        int first = record.type().selfIndex() + 1;
        for (int i = 0; i < record.id().type().parameterCount(); i++) {
            Class<?> parameter = Boxes.box(record.id().type().parameterType(i));
            if (!declared.parameterType(first + i).isAssignableFrom(parameter)) {
                return new CheckedFunction(record, declared);
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

    static @Nullable Object call(CheckedFunction function, Object self, @Nullable Object[] arguments) throws Throwable {
        for (int i = 0; i < arguments.length; i++) {
            Class<?> expected = function.declared.parameterType(function.first + i);
            Object value = arguments[i];
            if (value != null && !expected.isInstance(value)) {
                throw Refusals.wrongArgumentForFunction(function.id.method(), i, expected, value.getClass());
            }
        }
        return (Object) function.call.invokeExact(self, arguments);
    }
}
