package dev.instancepatch.wire;

/**
 * What a received patch is for, in this JVM's classes.
 *
 * @param patched the class of the patched object, as the stream resolved it: the function sees what that class sees
 * @param declaring the class that declares the method, the same or a supertype
 */
record Target(Class<?> patched, Class<?> declaring) {
    /** Returns for example {@code com.acme.Turkey.hi}, for messages. */
    String name(PatchHead head) {
        return declaring.getTypeName() + "." + head.name();
    }

    /** Returns the loader whose classes the function may name: a JDK class's own sees too little. */
    ClassLoader loader() {
        ClassLoader own = patched.getClassLoader();
        return own == null || own == ClassLoader.getPlatformClassLoader() ? ClassLoader.getSystemClassLoader() : own;
    }
}
