package dev.instancepatch;

import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.SelfAttachment;
import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.select.FunctionFit;
import dev.instancepatch.select.MethodChoice;
import dev.instancepatch.select.MethodReferences;
import dev.instancepatch.select.Patchability;
import dev.instancepatch.table.FunctionInterface;
import dev.instancepatch.table.FunctionTypes;
import dev.instancepatch.table.MethodId;
import dev.instancepatch.table.OverrideTable;
import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.table.Patches;
import dev.instancepatch.table.Slots;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the verbs of the API do: choose, check, weave, and only then change the object's table. */
final class Patching {
    private Patching() {}

    /** Returns this JVM's agent, starting it if need be. */
    static Agent agent() {
        return SelfAttachment.agent();
    }

    static void prepare(Class<?>... types) {
        Map<Class<?>, List<Method>> methods = new LinkedHashMap<>();
        if (types == null || Arrays.asList(types).contains(null)) {
            throw Refusals.nullArgument("A class to prepare");
        }
        for (Class<?> type : types) {
            Patchability.checkClass(type);
            methods.put(type, MethodChoice.patchable(type));
        }
        agent().weave(methods);
    }

    /** Returns the method that {@code Turkey::hi} means, as this object has it. */
    static Method referenced(Object object, Object reference) {
        if (reference == null) {
            throw Refusals.nullArgument("The method reference");
        }
        return MethodReferences.resolve(object.getClass(), reference);
    }

    static Method choose(Object object, String name, FunctionInterface type, Object function) {
        return MethodChoice.forFunction(object.getClass(), name, type, function);
    }

    static Method overload(Object object, String name, List<Class<?>> parameters) {
        return MethodChoice.overload(object.getClass(), name, parameters);
    }

    static void patch(Object object, Method method, FunctionInterface type, Object function, PatchOptions options) {
        PatchScope scope = options.scope();
        if (scope != null) {
            scope.requireOpen();
        }
        checkFunction(object, method, type, function);
        agent().weave(method, object);
        PatchRecord record = new PatchRecord(
                MethodId.of(method),
                type,
                function,
                Origin.LOCAL,
                options.reason(),
                null,
                Instant.now(),
                options.local());
        if (scope == null) {
            Patches.put(object, record);
        } else {
            scope.note(object, record, Patches.putItself(object, record));
        }
    }

    private static void checkFunction(Object object, Method method, FunctionInterface type, Object function) {
        List<FunctionInterface> fitting = FunctionInterface.fitting(function, method.getParameterCount());
        if (fitting.size() > 1) {
            throw Refusals.ambiguousFunction(
                    function.getClass(),
                    fitting.stream().map(i -> i.type().getSimpleName()).toList());
        }
        MethodType declared = FunctionTypes.of(type, function);
        FunctionFit.check(method, type, declared);
        FunctionFit.checkSelf(type, declared, object.getClass());
    }

    static void restore(Object object, String name) {
        MethodChoice.named(object.getClass(), name);
        OverrideTable table = Slots.table(object);
        if (table != null) {
            table.records().stream()
                    .map(PatchRecord::id)
                    .filter(id -> id.method().getName().equals(name))
                    .forEach(id -> Patches.remove(object, id));
        }
    }

    static void restore(Object object, Method method) {
        if (Slots.table(object) != null) {
            Patches.remove(object, MethodId.of(method));
        }
    }

    static void restoreAll(Object object) {
        if (Slots.table(object) != null) {
            Patches.removeAll(object);
        }
    }

    static List<PatchedMethod> patches(Object object) {
        OverrideTable table = Slots.table(object);
        return table == null
                ? List.of()
                : table.records().stream()
                        .<PatchedMethod>map(patch -> new PatchView(patch, object.getClass()))
                        .toList();
    }
}
