package dev.instancepatch.agent.serial;

/** Which subclasses of a stream decide something about class descriptors themselves. */
final class Overriding extends ClassValue<Boolean> {
    private final Class<?> stream;
    private final String method;
    private final Class<?>[] parameters;

    /**
     * Asks for one method.
     *
     * @param stream the JDK's class
     * @param method a method of it
     * @param parameters the method's
     */
    Overriding(Class<?> stream, String method, Class<?>... parameters) {
        this.stream = stream;
        this.method = method;
        this.parameters = parameters;
    }

    @Override
    protected Boolean computeValue(Class<?> type) {
        for (Class<?> c = type; c != stream; c = c.getSuperclass()) {
            try {
                c.getDeclaredMethod(method, parameters);
                return true;
            } catch (NoSuchMethodException inherited) {
                continue;
            }
        }
        return false;
    }
}
