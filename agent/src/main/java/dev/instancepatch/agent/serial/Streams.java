package dev.instancepatch.agent.serial;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.wire.Patched;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Arrays;

/** The private members of java.io that the hooks use, looked up once; a JDK without them fails here, and says so. */
final class Streams {
    /** Name of the descriptor that holds the place of the payload. */
    static final String PHANTOM = Patched.class.getName();

    private static final MethodHandle NEW_DESCRIPTOR;
    private static final VarHandle SUPER_DESCRIPTOR;
    private static final VarHandle DEPTH;
    private static final MethodHandle FIELD_OBJECTS;

    static {
        try {
            MethodHandles.Lookup descriptors = Backstage.lookupIn(ObjectStreamClass.class);
            NEW_DESCRIPTOR = descriptors.findConstructor(
                    ObjectStreamClass.class, MethodType.methodType(void.class, Class.class));
            SUPER_DESCRIPTOR = descriptors.findVarHandle(ObjectStreamClass.class, "superDesc", ObjectStreamClass.class);
            DEPTH = Backstage.lookupIn(ObjectInputStream.class)
                    .findVarHandle(ObjectInputStream.class, "depth", long.class);
            FIELD_OBJECTS = fieldObjects();
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Streams() {}

    /** The Object[] of FieldValues; found by its type, since its name is nobody's promise. */
    private static MethodHandle fieldObjects() throws ReflectiveOperationException {
        Class<?> values = Class.forName(StreamTransformer.FIELDS.replace('/', '.'), false, null);
        Field objects = Arrays.stream(values.getDeclaredFields())
                .filter(f -> f.getType() == Object[].class)
                .findFirst()
                .orElseThrow(() -> new NoSuchFieldException(values + " holds no Object[]"));
        return Backstage.lookupIn(values)
                .unreflectGetter(objects)
                .asType(MethodType.methodType(Object[].class, Object.class));
    }

    /** Makes a descriptor of a class, equal to the JDK's cached one, with another super descriptor. */
    static ObjectStreamClass descriptor(Class<?> type, ObjectStreamClass superDescriptor) {
        try {
            ObjectStreamClass made = (ObjectStreamClass) NEW_DESCRIPTOR.invokeExact((Class<?>) type);
            SUPER_DESCRIPTOR.set(made, superDescriptor);
            return made;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot describe " + type, e);
        }
    }

    /** Returns how deep in its graph a stream is reading: 1 for a root. */
    static long depth(ObjectInputStream in) {
        return (long) DEPTH.get(in);
    }

    /** Returns the values of the object fields that were just read. */
    static Object[] objects(Object fieldValues) {
        try {
            return (Object[]) FIELD_OBJECTS.invokeExact(fieldValues);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible); // a field read
        }
    }
}
