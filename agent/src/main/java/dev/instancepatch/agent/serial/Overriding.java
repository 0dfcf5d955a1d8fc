package dev.instancepatch.agent.serial;

import java.io.ObjectStreamClass;

/** Which subclasses of a stream decide something about class descriptors themselves. */
final class Overriding extends ClassValue<Boolean> {
    private final Class<?> stream;
    private final String method;

    /**
     * Asks for one method.
     *
     * @param stream the JDK's class
     * @param method a method of it that takes a class descriptor
     */
    Overriding(Class<?> stream, String method) {
        this.stream = stream;
        this.method = method;
    }

    @Override
    protected Boolean computeValue(Class<?> type) {
        for (Class<?> c = type; c != stream; c = c.getSuperclass()) {
            try {
                c.getDeclaredMethod(method, ObjectStreamClass.class);
                return true;
            } catch (NoSuchMethodException inherited) {
                continue;
            }
        }
        return false;
    }
}
