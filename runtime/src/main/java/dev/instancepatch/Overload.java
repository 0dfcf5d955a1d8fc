package dev.instancepatch;

import dev.instancepatch.table.FunctionInterface;
import java.lang.reflect.Method;

/**
 * One overload of one object's method, chosen by {@link PatchTarget#overload}. Every verb returns the object's target.
 *
 * @param <T> type of the object
 */
public final class Overload<T> {
    private final PatchTarget<T> target;
    private final Method method;

    Overload(PatchTarget<T> target, Method method) {
        this.target = target;
        this.method = method;
    }

    /** Replaces a method without parameters, see {@link PatchTarget#method(String, Replacement0)}. */
    public PatchTarget<T> method(Replacement0<? super T, ?> function) {
        return target.patch(method, FunctionInterface.REPLACEMENT_0, function);
    }

    /** Replaces a method with one parameter, see {@link PatchTarget#method(String, Replacement1)}. */
    public PatchTarget<T> method(Replacement1<? super T, ?, ?> function) {
        return target.patch(method, FunctionInterface.REPLACEMENT_1, function);
    }

    /** Replaces a method with two parameters, see {@link PatchTarget#method(String, Replacement2)}. */
    public PatchTarget<T> method(Replacement2<? super T, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.REPLACEMENT_2, function);
    }

    /** Replaces a method with three parameters, see {@link PatchTarget#method(String, Replacement3)}. */
    public PatchTarget<T> method(Replacement3<? super T, ?, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.REPLACEMENT_3, function);
    }

    /** Replaces a method with four parameters, see {@link PatchTarget#method(String, Replacement4)}. */
    public PatchTarget<T> method(Replacement4<? super T, ?, ?, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.REPLACEMENT_4, function);
    }

    /** Replaces a method with five parameters, see {@link PatchTarget#method(String, Replacement5)}. */
    public PatchTarget<T> method(Replacement5<? super T, ?, ?, ?, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.REPLACEMENT_5, function);
    }

    /** Replaces a void method without parameters, see {@link PatchTarget#voidMethod(String, VoidReplacement0)}. */
    public PatchTarget<T> voidMethod(VoidReplacement0<? super T> function) {
        return target.patch(method, FunctionInterface.VOID_REPLACEMENT_0, function);
    }

    /** Replaces a void method with one parameter, see {@link PatchTarget#voidMethod(String, VoidReplacement1)}. */
    public PatchTarget<T> voidMethod(VoidReplacement1<? super T, ?> function) {
        return target.patch(method, FunctionInterface.VOID_REPLACEMENT_1, function);
    }

    /** Replaces a void method with two parameters, see {@link PatchTarget#voidMethod(String, VoidReplacement2)}. */
    public PatchTarget<T> voidMethod(VoidReplacement2<? super T, ?, ?> function) {
        return target.patch(method, FunctionInterface.VOID_REPLACEMENT_2, function);
    }

    /** Replaces a void method with three parameters, see {@link PatchTarget#voidMethod(String, VoidReplacement3)}. */
    public PatchTarget<T> voidMethod(VoidReplacement3<? super T, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.VOID_REPLACEMENT_3, function);
    }

    /** Replaces a void method with four parameters, see {@link PatchTarget#voidMethod(String, VoidReplacement4)}. */
    public PatchTarget<T> voidMethod(VoidReplacement4<? super T, ?, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.VOID_REPLACEMENT_4, function);
    }

    /** Replaces a void method with five parameters, see {@link PatchTarget#voidMethod(String, VoidReplacement5)}. */
    public PatchTarget<T> voidMethod(VoidReplacement5<? super T, ?, ?, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.VOID_REPLACEMENT_5, function);
    }

    /** Puts a function around a method without parameters, see {@link PatchTarget#around(String, Around0)}. */
    public PatchTarget<T> around(Around0<? super T, ?> function) {
        return target.patch(method, FunctionInterface.AROUND_0, function);
    }

    /** Puts a function around a method with one parameter, see {@link PatchTarget#around(String, Around1)}. */
    public PatchTarget<T> around(Around1<? super T, ?, ?> function) {
        return target.patch(method, FunctionInterface.AROUND_1, function);
    }

    /** Puts a function around a method with two parameters, see {@link PatchTarget#around(String, Around2)}. */
    public PatchTarget<T> around(Around2<? super T, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.AROUND_2, function);
    }

    /** Puts a function around a method with three parameters, see {@link PatchTarget#around(String, Around3)}. */
    public PatchTarget<T> around(Around3<? super T, ?, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.AROUND_3, function);
    }

    /** Puts a function around a method with four parameters, see {@link PatchTarget#around(String, Around4)}. */
    public PatchTarget<T> around(Around4<? super T, ?, ?, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.AROUND_4, function);
    }

    /** Puts a function around a method with five parameters, see {@link PatchTarget#around(String, Around5)}. */
    public PatchTarget<T> around(Around5<? super T, ?, ?, ?, ?, ?, ?> function) {
        return target.patch(method, FunctionInterface.AROUND_5, function);
    }

    /** Puts a function around the method, see {@link PatchTarget#intercept(String, Interceptor)}. */
    public PatchTarget<T> intercept(Interceptor<? super T> function) {
        return target.patch(method, FunctionInterface.INTERCEPTOR, function);
    }

    /** Returns to the class's own method; does nothing where it is not patched. */
    public PatchTarget<T> restore() {
        Patching.restore(target.object(), method);
        return target;
    }
}
