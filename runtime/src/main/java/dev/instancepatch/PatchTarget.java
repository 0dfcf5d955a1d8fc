package dev.instancepatch;

import dev.instancepatch.refusal.Refusals;
import dev.instancepatch.table.FunctionInterface;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * One object's methods, to be replaced and restored. Every verb returns the target, for chaining.
 *
 * <p>A method is meant by its name; where several have it, by the number of the function's parameters, then by the types the
 * function declares. A patch takes effect at once, for all threads; the last patch of a method wins. Safe from any thread.
 *
 * <p>Every verb that patches throws {@link PatchException}: {@link Code#UNKNOWN_METHOD}, {@link Code#AMBIGUOUS_METHOD},
 * {@link Code#UNPATCHABLE_METHOD}, {@link Code#WRONG_PARAMETER}, {@link Code#WRONG_RESULT}, {@link Code#EXCLUDED_CLASS}, {@link Code#WEAVING_FAILED}; nothing was changed then.
 *
 * @param <T> type of the object
 */
public final class PatchTarget<T> {
    private static final int MAX_REASON = 10_000; // characters; it travels with the patch

    private final T object;
    private final PatchOptions options;

    PatchTarget(T object, PatchOptions options) {
        this.object = object;
        this.options = options;
    }

    /** Replaces a method without parameters on this object: {@code self -> …}. A void method discards the result. */
    public PatchTarget<T> method(String name, Replacement0<? super T, ?> function) {
        return patch(name, FunctionInterface.REPLACEMENT_0, function);
    }

    /** Replaces a method with one parameter on this object: {@code (self, a) -> …}. A void method discards the result. */
    public PatchTarget<T> method(String name, Replacement1<? super T, ?, ?> function) {
        return patch(name, FunctionInterface.REPLACEMENT_1, function);
    }

    /** Replaces a method with two parameters on this object: {@code (self, a, b) -> …}. A void method discards the result. */
    public PatchTarget<T> method(String name, Replacement2<? super T, ?, ?, ?> function) {
        return patch(name, FunctionInterface.REPLACEMENT_2, function);
    }

    /** Replaces a method with three parameters on this object: {@code (self, a, b, c) -> …}. A void method discards the result. */
    public PatchTarget<T> method(String name, Replacement3<? super T, ?, ?, ?, ?> function) {
        return patch(name, FunctionInterface.REPLACEMENT_3, function);
    }

    /** Replaces a method with four parameters on this object: {@code (self, a, b, c, d) -> …}. A void method discards the result. */
    public PatchTarget<T> method(String name, Replacement4<? super T, ?, ?, ?, ?, ?> function) {
        return patch(name, FunctionInterface.REPLACEMENT_4, function);
    }

    /** Replaces a method with five parameters on this object: {@code (self, a, b, c, d, e) -> …}. A void method discards the result. */
    public PatchTarget<T> method(String name, Replacement5<? super T, ?, ?, ?, ?, ?, ?> function) {
        return patch(name, FunctionInterface.REPLACEMENT_5, function);
    }

    /** Replaces a void method without parameters on this object: {@code self -> …}. */
    public PatchTarget<T> voidMethod(String name, VoidReplacement0<? super T> function) {
        return patch(name, FunctionInterface.VOID_REPLACEMENT_0, function);
    }

    /** Replaces a void method with one parameter on this object: {@code (self, a) -> …}. */
    public PatchTarget<T> voidMethod(String name, VoidReplacement1<? super T, ?> function) {
        return patch(name, FunctionInterface.VOID_REPLACEMENT_1, function);
    }

    /** Replaces a void method with two parameters on this object: {@code (self, a, b) -> …}. */
    public PatchTarget<T> voidMethod(String name, VoidReplacement2<? super T, ?, ?> function) {
        return patch(name, FunctionInterface.VOID_REPLACEMENT_2, function);
    }

    /** Replaces a void method with three parameters on this object: {@code (self, a, b, c) -> …}. */
    public PatchTarget<T> voidMethod(String name, VoidReplacement3<? super T, ?, ?, ?> function) {
        return patch(name, FunctionInterface.VOID_REPLACEMENT_3, function);
    }

    /** Replaces a void method with four parameters on this object: {@code (self, a, b, c, d) -> …}. */
    public PatchTarget<T> voidMethod(String name, VoidReplacement4<? super T, ?, ?, ?, ?> function) {
        return patch(name, FunctionInterface.VOID_REPLACEMENT_4, function);
    }

    /** Replaces a void method with five parameters on this object: {@code (self, a, b, c, d, e) -> …}. */
    public PatchTarget<T> voidMethod(String name, VoidReplacement5<? super T, ?, ?, ?, ?, ?> function) {
        return patch(name, FunctionInterface.VOID_REPLACEMENT_5, function);
    }

    /** Puts a function around a method without parameters on this object: {@code (original, self) -> …}. */
    public PatchTarget<T> around(String name, Around0<? super T, ?> function) {
        return patch(name, FunctionInterface.AROUND_0, function);
    }

    /** Puts a function around a method with one parameter on this object: {@code (original, self, a) -> …}. */
    public PatchTarget<T> around(String name, Around1<? super T, ?, ?> function) {
        return patch(name, FunctionInterface.AROUND_1, function);
    }

    /** Puts a function around a method with two parameters on this object: {@code (original, self, a, b) -> …}. */
    public PatchTarget<T> around(String name, Around2<? super T, ?, ?, ?> function) {
        return patch(name, FunctionInterface.AROUND_2, function);
    }

    /** Puts a function around a method with three parameters on this object: {@code (original, self, a, b, c) -> …}. */
    public PatchTarget<T> around(String name, Around3<? super T, ?, ?, ?, ?> function) {
        return patch(name, FunctionInterface.AROUND_3, function);
    }

    /** Puts a function around a method with four parameters on this object: {@code (original, self, a, b, c, d) -> …}. */
    public PatchTarget<T> around(String name, Around4<? super T, ?, ?, ?, ?, ?> function) {
        return patch(name, FunctionInterface.AROUND_4, function);
    }

    /** Puts a function around a method with five parameters on this object: {@code (original, self, a, b, c, d, e) -> …}. */
    public PatchTarget<T> around(String name, Around5<? super T, ?, ?, ?, ?, ?, ?> function) {
        return patch(name, FunctionInterface.AROUND_5, function);
    }

    /** Puts a function around a method of any arity, void or not: {@code call -> call.original()}. */
    public PatchTarget<T> intercept(String name, Interceptor<? super T> function) {
        return patch(name, FunctionInterface.INTERCEPTOR, function);
    }

    /** Replaces a method without parameters, given as {@code Type::method}. */
    public <R> PatchTarget<T> method(Replacement0<T, R> method, Replacement0<? super T, ? extends R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.REPLACEMENT_0, function);
    }

    /** Replaces a method with one parameter, given as {@code Type::method}. */
    public <A, R> PatchTarget<T> method(
            Replacement1<T, A, R> method, Replacement1<? super T, ? super A, ? extends R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.REPLACEMENT_1, function);
    }

    /** Replaces a method with two parameters, given as {@code Type::method}. */
    public <A, B, R> PatchTarget<T> method(
            Replacement2<T, A, B, R> method, Replacement2<? super T, ? super A, ? super B, ? extends R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.REPLACEMENT_2, function);
    }

    /** Replaces a method with three parameters, given as {@code Type::method}. */
    public <A, B, C, R> PatchTarget<T> method(
            Replacement3<T, A, B, C, R> method,
            Replacement3<? super T, ? super A, ? super B, ? super C, ? extends R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.REPLACEMENT_3, function);
    }

    /** Replaces a method with four parameters, given as {@code Type::method}. */
    public <A, B, C, D, R> PatchTarget<T> method(
            Replacement4<T, A, B, C, D, R> method,
            Replacement4<? super T, ? super A, ? super B, ? super C, ? super D, ? extends R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.REPLACEMENT_4, function);
    }

    /** Replaces a method with five parameters, given as {@code Type::method}. */
    public <A, B, C, D, E, R> PatchTarget<T> method(
            Replacement5<T, A, B, C, D, E, R> method,
            Replacement5<? super T, ? super A, ? super B, ? super C, ? super D, ? super E, ? extends R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.REPLACEMENT_5, function);
    }

    /** Replaces a void method without parameters, given as {@code Type::method}. */
    public PatchTarget<T> voidMethod(VoidReplacement0<T> method, VoidReplacement0<? super T> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.VOID_REPLACEMENT_0, function);
    }

    /** Replaces a void method with one parameter, given as {@code Type::method}. */
    public <A> PatchTarget<T> voidMethod(
            VoidReplacement1<T, A> method, VoidReplacement1<? super T, ? super A> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.VOID_REPLACEMENT_1, function);
    }

    /** Replaces a void method with two parameters, given as {@code Type::method}. */
    public <A, B> PatchTarget<T> voidMethod(
            VoidReplacement2<T, A, B> method, VoidReplacement2<? super T, ? super A, ? super B> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.VOID_REPLACEMENT_2, function);
    }

    /** Replaces a void method with three parameters, given as {@code Type::method}. */
    public <A, B, C> PatchTarget<T> voidMethod(
            VoidReplacement3<T, A, B, C> method,
            VoidReplacement3<? super T, ? super A, ? super B, ? super C> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.VOID_REPLACEMENT_3, function);
    }

    /** Replaces a void method with four parameters, given as {@code Type::method}. */
    public <A, B, C, D> PatchTarget<T> voidMethod(
            VoidReplacement4<T, A, B, C, D> method,
            VoidReplacement4<? super T, ? super A, ? super B, ? super C, ? super D> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.VOID_REPLACEMENT_4, function);
    }

    /** Replaces a void method with five parameters, given as {@code Type::method}. */
    public <A, B, C, D, E> PatchTarget<T> voidMethod(
            VoidReplacement5<T, A, B, C, D, E> method,
            VoidReplacement5<? super T, ? super A, ? super B, ? super C, ? super D, ? super E> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.VOID_REPLACEMENT_5, function);
    }

    /** Puts a function around a method without parameters, given as {@code Type::method}. */
    public <R> PatchTarget<T> around(Replacement0<T, R> method, Around0<? super T, R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.AROUND_0, function);
    }

    /** Puts a function around a method with one parameter, given as {@code Type::method}. */
    public <A, R> PatchTarget<T> around(Replacement1<T, A, R> method, Around1<? super T, A, R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.AROUND_1, function);
    }

    /** Puts a function around a method with two parameters, given as {@code Type::method}. */
    public <A, B, R> PatchTarget<T> around(Replacement2<T, A, B, R> method, Around2<? super T, A, B, R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.AROUND_2, function);
    }

    /** Puts a function around a method with three parameters, given as {@code Type::method}. */
    public <A, B, C, R> PatchTarget<T> around(
            Replacement3<T, A, B, C, R> method, Around3<? super T, A, B, C, R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.AROUND_3, function);
    }

    /** Puts a function around a method with four parameters, given as {@code Type::method}. */
    public <A, B, C, D, R> PatchTarget<T> around(
            Replacement4<T, A, B, C, D, R> method, Around4<? super T, A, B, C, D, R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.AROUND_4, function);
    }

    /** Puts a function around a method with five parameters, given as {@code Type::method}. */
    public <A, B, C, D, E, R> PatchTarget<T> around(
            Replacement5<T, A, B, C, D, E, R> method, Around5<? super T, A, B, C, D, E, R> function) {
        return patch(Patching.referenced(object, method), FunctionInterface.AROUND_5, function);
    }

    /**
     * Chooses one overload by its exact parameter types.
     *
     * @throws PatchException with {@link Code#UNKNOWN_METHOD}, naming the overloads there are
     */
    public Overload<T> overload(String name, Class<?>... parameterTypes) {
        requireName(name);
        if (parameterTypes == null || Arrays.asList(parameterTypes).contains(null)) {
            throw Refusals.nullArgument("A parameter type");
        }
        return new Overload<>(this, Patching.overload(object, name, List.of(parameterTypes)));
    }

    /** Returns a target whose patches stay in this JVM: streams omit them, and captured values need not be Serializable. */
    public PatchTarget<T> local() {
        return new PatchTarget<>(object, options.asLocal());
    }

    /** Returns a target whose patches carry a reason, for whoever finds them; it travels with them. At most 10,000 characters. */
    public PatchTarget<T> because(String reason) {
        if (reason == null) {
            throw Refusals.nullArgument("The reason");
        }
        if (reason.length() > MAX_REASON) {
            throw Refusals.reasonTooLong(reason.length(), MAX_REASON);
        }
        return new PatchTarget<>(object, options.withReason(reason));
    }

    /**
     * Returns to the class's own method, every overload of this name; does nothing where none is patched.
     *
     * @throws PatchException with {@link Code#UNKNOWN_METHOD} if the object has no method of this name
     */
    public PatchTarget<T> restore(String name) {
        requireName(name);
        Patching.restore(object, name);
        return this;
    }

    /** Returns to the class's own method without parameters, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <R> PatchTarget<T> restore(Replacement0<T, R> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own void method without parameters, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public PatchTarget<T> restore(VoidReplacement0<T> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own method with one parameter, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <A, R> PatchTarget<T> restore(Replacement1<T, A, R> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own void method with one parameter, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <A> PatchTarget<T> restore(VoidReplacement1<T, A> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own method with two parameters, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <A, B, R> PatchTarget<T> restore(Replacement2<T, A, B, R> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own void method with two parameters, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <A, B> PatchTarget<T> restore(VoidReplacement2<T, A, B> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own method with three parameters, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <A, B, C, R> PatchTarget<T> restore(Replacement3<T, A, B, C, R> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own void method with three parameters, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <A, B, C> PatchTarget<T> restore(VoidReplacement3<T, A, B, C> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own method with four parameters, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <A, B, C, D, R> PatchTarget<T> restore(Replacement4<T, A, B, C, D, R> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own void method with four parameters, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <A, B, C, D> PatchTarget<T> restore(VoidReplacement4<T, A, B, C, D> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own method with five parameters, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <A, B, C, D, E, R> PatchTarget<T> restore(Replacement5<T, A, B, C, D, E, R> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own void method with five parameters, given as {@code Type::method}; does nothing where it is not patched. */
    @SuppressWarnings(
            "overloads") // for an exact reference to a method with a result, the form with a result is more specific
    public <A, B, C, D, E> PatchTarget<T> restore(VoidReplacement5<T, A, B, C, D, E> method) {
        return restoreReferenced(method);
    }

    /** Returns to the class's own methods, all in one step. */
    public PatchTarget<T> restoreAll() {
        Patching.restoreAll(object);
        return this;
    }

    /** Returns the patches in force, oldest first; a snapshot. */
    public List<PatchedMethod> patches() {
        return Patching.patches(object);
    }

    /** Returns the object itself. */
    public T object() {
        return object;
    }

    private PatchTarget<T> restoreReferenced(Object method) {
        Patching.restore(object, Patching.referenced(object, method));
        return this;
    }

    PatchTarget<T> patch(String name, FunctionInterface type, Object function) {
        requireName(name);
        requireFunction(function);
        Patching.patch(object, Patching.choose(object, name, type, function), type, function, options);
        return this;
    }

    PatchTarget<T> patch(Method method, FunctionInterface type, Object function) {
        requireFunction(function);
        Patching.patch(object, method, type, function, options);
        return this;
    }

    private static void requireName(String name) {
        if (name == null) {
            throw Refusals.nullArgument("The method's name");
        }
    }

    private static void requireFunction(Object function) {
        if (function == null) {
            throw Refusals.nullArgument("The function");
        }
    }
}
