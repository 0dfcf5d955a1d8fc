package dev.instancepatch.code;

import java.util.HashSet;
import java.util.Set;

/** What every bundle looks like, whoever wrote it; checked before anything else looks at it. */
final class BundleShape {
    private static final int MAGIC = 0xCAFEBABE;

    private BundleShape() {}

    static void check(Bundle bundle) throws MalformedBundleException {
        requireDescriptor(bundle.entryDescriptor());
        requireDescriptor(bundle.functionDescriptor());
        requireDescriptor(bundle.declaredDescriptor());
        for (String implemented : bundle.interfaces()) {
            requireName(implemented);
            if (OwnPackages.include(implemented) && implemented.indexOf('/', OwnPackages.ROOT.length()) >= 0) {
                throw new MalformedBundleException("its interface is none of the API's, " + implemented);
            }
        }
        if (bundle.capturedCount() < 0) {
            throw new MalformedBundleException("its entry takes fewer values than its function");
        }
        if (Descriptors.parameterCount(bundle.declaredDescriptor()) != bundle.functionParameterCount()) {
            throw new MalformedBundleException("its function was declared with another number of values");
        }
        checkClasses(bundle.code());
    }

    static void checkClasses(ClassUnit unit) throws MalformedBundleException {
        Set<String> names = new HashSet<>();
        for (ClassImage image : unit.classes()) {
            requireName(image.name());
            if (!names.add(image.name())) {
                throw new MalformedBundleException("it holds " + image.name() + " twice");
            }
            requireClassFile(image);
        }
    }

    private static void requireClassFile(ClassImage image) throws MalformedBundleException {
        byte[] bytes = image.bytes();
        if (bytes.length < 10
                || (bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff)) != MAGIC) {
            throw new MalformedBundleException(image.name() + " is no class file");
        }
        if (ReservedPackages.include(image.name())) {
            throw new MalformedBundleException("it holds a class of a reserved package, " + image.name());
        }
    }

    private static void requireName(String name) throws MalformedBundleException {
        if (!Descriptors.isClassName(name)) {
            throw new MalformedBundleException("a class name in it is none");
        }
    }

    private static void requireDescriptor(String descriptor) throws MalformedBundleException {
        if (Descriptors.parameterCount(descriptor) < 0) {
            throw new MalformedBundleException("a descriptor in it is none");
        }
    }
}
