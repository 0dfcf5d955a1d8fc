package dev.instancepatch.trust;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.refusal.ReadRefusals;
import java.nio.ByteBuffer;

/** Which versions of class files this JVM runs; a newer one may have what nobody here has heard of. */
final class Versions {
    private static final int JAVA_1 = 44; // what a class file's version adds to Java's
    private static final int PREVIEW = 65_535; // JVMS 4.1
    private static final int SHORTEST = 8; // magic, minor version, major version

    private Versions() {}

    static void check(ClassImage image) throws RefusedPatchException {
        if (image.bytes().length < SHORTEST) {
            throw ReadRefusals.malformedPayload("a class file in it is none: it ends too early", null);
        }
        int running = Runtime.version().feature() + JAVA_1;
        int major = image.majorVersion();
        if (major > running) {
            throw ReadRefusals.newerClassFile(image.binaryName(), major, running);
        }
        boolean isPreview = (ByteBuffer.wrap(image.bytes()).getShort(4) & 0xffff) == PREVIEW;
        if (isPreview && (major != running || !PreviewFeatures.areEnabled())) {
            throw ReadRefusals.previewClass(image.binaryName(), major);
        }
    }
}
