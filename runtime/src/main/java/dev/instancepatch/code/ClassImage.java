package dev.instancepatch.code;

/**
 * One class as it travels.
 *
 * @param name its internal name, for example {@code com/acme/Main}
 * @param bytes its class file; not to be changed
 */
public record ClassImage(String name, byte[] bytes) {
    /** Returns the class file's major version (JVMS 4.1). */
    public int majorVersion() {
        return (bytes[6] & 0xff) << 8 | (bytes[7] & 0xff);
    }

    /** Returns the name as {@link Class#getName} prints it. */
    public String binaryName() {
        return name.replace('/', '.');
    }
}
