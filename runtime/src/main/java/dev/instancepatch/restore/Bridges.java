package dev.instancepatch.restore;

import dev.instancepatch.PatchException;
import dev.instancepatch.refusal.Refusals;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Links received code to non-public classes and members of its own package, which it could use where it was written and
 * cannot name here: {@code com.acme.Main} in a loader of its own is not in the run-time package of {@code com.acme.Turkey}.
 *
 * <p>Serves code that a {@link BundleLoader} defined, for classes of the package of that name, and nobody else.
 */
public final class Bridges {
    /** A static method. */
    public static final String STATIC = "s";
    /** An instance method, of a class or an interface. */
    public static final String VIRTUAL = "v";
    /** A constructor. */
    public static final String NEW = "n";
    /** An instance field read. */
    public static final String GET = "g";
    /** An instance field written. */
    public static final String PUT = "p";
    /** A static field read. */
    public static final String GET_STATIC = "G";
    /** A static field written. */
    public static final String PUT_STATIC = "P";
    /** A cast; the type is a descriptor. */
    public static final String CAST = "c";
    /** An instanceof test; the type is a descriptor. */
    public static final String INSTANCE_OF = "i";
    /** A class constant; the type is a descriptor. */
    public static final String CLASS = "t";
    /** A new array; the element type is a descriptor. */
    public static final String NEW_ARRAY = "a";
    /** What a static final field held where the code was written; the owner is the class that came along with it, the descriptor its number. */
    public static final String STATIC_VALUE = "V";

    private Bridges() {}

    /**
     * Links a call site of received code.
     *
     * @param caller the received class
     * @param name the member's name
     * @param type the site's type, made of types that the caller may name
     * @param kind one of the constants of this class
     * @param owner the class's binary name, or a type's descriptor
     * @param descriptor the member's own descriptor, empty for a type
     */
    public static CallSite link(
            MethodHandles.Lookup caller, String name, MethodType type, String kind, String owner, String descriptor) {
        try {
            return linkNow(caller, name, type, kind, owner, descriptor);
        } catch (PatchException e) {
            return failing(type, e);
        } catch (ReflectiveOperationException | LinkageError e) {
            String member = descriptor.isEmpty() ? owner : owner + "." + name;
            return failing(
                    type,
                    Refusals.cannotLink(caller.lookupClass().getName(), "it needs " + member + " (" + e + ")", e));
        }
    }

    /** What a bootstrap method throws arrives wrapped in an Error; what a call throws arrives. */
    private static CallSite failing(MethodType type, PatchException refusal) {
        MethodHandle thrower = MethodHandles.throwException(type.returnType(), PatchException.class)
                .bindTo(refusal);
        return new ConstantCallSite(MethodHandles.dropArguments(thrower, 0, type.parameterList()));
    }

    private static CallSite linkNow(
            MethodHandles.Lookup caller, String name, MethodType type, String kind, String owner, String descriptor)
            throws ReflectiveOperationException {
        ClassLoader loader = caller.lookupClass().getClassLoader();
        if (!(loader instanceof BundleLoader)) {
            throw new IllegalAccessException("only received code is linked here, not " + caller.lookupClass());
        }
        if (kind.equals(STATIC_VALUE)) {
            return staticValue(Class.forName(owner, false, loader), Integer.parseInt(descriptor), loader, type);
        }
        MethodHandle target = descriptor.isEmpty()
                ? ofType(kind, typeOf(owner, loader))
                : ofMember(caller, name, kind, Class.forName(owner, false, loader), descriptor);
        return new ConstantCallSite(target.asType(type));
    }

    private static CallSite staticValue(Class<?> holder, int index, ClassLoader caller, MethodType type)
            throws IllegalAccessException {
        if (!(holder.getClassLoader() instanceof BundleLoader loader)) {
            throw new IllegalAccessException(holder + " holds no value");
        }
        Object value = loader.staticValue(index, caller);
        Class<?> held = type.returnType().isPrimitive() ? type.returnType() : Object.class;
        return new ConstantCallSite(MethodHandles.constant(held, value).asType(type));
    }

    private static MethodHandle ofMember(
            MethodHandles.Lookup caller, String name, String kind, Class<?> owner, String descriptor)
            throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = lookupIn(owner, caller);
        ClassLoader loader = caller.lookupClass().getClassLoader();
        return switch (kind) {
            case STATIC ->
                lookup.findStatic(owner, name, methodType(descriptor, loader)).asFixedArity();
            case VIRTUAL ->
                lookup.findVirtual(owner, name, methodType(descriptor, loader)).asFixedArity();
            case NEW ->
                lookup.findConstructor(owner, methodType(descriptor, loader)).asFixedArity();
            case GET -> lookup.findGetter(owner, name, typeOf(descriptor, loader));
            case PUT -> lookup.findSetter(owner, name, typeOf(descriptor, loader));
            case GET_STATIC -> lookup.findStaticGetter(owner, name, typeOf(descriptor, loader));
            case PUT_STATIC -> lookup.findStaticSetter(owner, name, typeOf(descriptor, loader));
            default -> throw new IllegalArgumentException("bridge of kind " + kind);
        };
    }

    private static MethodHandle ofType(String kind, Class<?> type) {
        MethodType test = MethodType.methodType(boolean.class, Object.class);
        return switch (kind) {
            case CAST -> MethodHandles.identity(type);
            case INSTANCE_OF -> Types.IS_INSTANCE.bindTo(type).asType(test);
            case CLASS -> MethodHandles.constant(Class.class, type);
            case NEW_ARRAY -> MethodHandles.arrayConstructor(type.arrayType());
            default -> throw new IllegalArgumentException("bridge of kind " + kind);
        };
    }

    private static MethodHandles.Lookup lookupIn(Class<?> owner, MethodHandles.Lookup caller)
            throws IllegalAccessException {
        if (!owner.getPackageName().equals(caller.lookupClass().getPackageName())) {
            // Public there, but with a type of the caller's package in its signature.
            return MethodHandles.publicLookup().in(owner);
        }
        return MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
    }

    private static MethodType methodType(String descriptor, ClassLoader loader) {
        return MethodType.fromMethodDescriptorString(descriptor, loader);
    }

    private static Class<?> typeOf(String descriptor, ClassLoader loader) {
        return MethodType.fromMethodDescriptorString("()" + descriptor.replace('.', '/'), loader)
                .returnType();
    }

    /** Looked up on the first type test only. */
    private static final class Types {
        private static final MethodHandle IS_INSTANCE;

        static {
            try {
                IS_INSTANCE = MethodHandles.publicLookup()
                        .findVirtual(Class.class, "isInstance", MethodType.methodType(boolean.class, Object.class));
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError(impossible); // a public method of the JDK
            }
        }
    }
}
