package dev.instancepatch.trust;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassFile;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.code.MalformedBundleException;
import dev.instancepatch.refusal.ReadRefusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What received classes must be before anything of them is defined: class files, of classes that may come from elsewhere. They may not
 * have native methods, be class loaders, have names of the platform's or of this library's, or reach into this library.
 *
 * <p>No sandbox: code that runs may do what the JVM may. This keeps apart what is trusted to be called and what would act on its own.
 */
public final class ReceivedClasses {
    private static final int REMEMBERED = 1_000;

    private static final Set<String> FOUND_SAFE = ConcurrentHashMap.newKeySet();

    private ReceivedClasses() {}

    /**
     * Lets a function's classes pass, those of the units it uses included, or refuses them. The same bundle is looked at once.
     *
     * @param mayRunByItself whether the sender may send methods that run while a stream is read, or when an object is forgotten
     * @throws RefusedPatchException with what it is, and in which class
     */
    public static void check(Bundle bundle, boolean mayRunByItself) throws RefusedPatchException {
        check(bundle::allClasses, mayRunByItself, bundle.contentHash());
    }

    /**
     * Lets classes pass that objects are of, those of the units they use included, or refuses them. The same unit is looked at once.
     *
     * @param mayRunByItself whether the sender may send methods that run while a stream is read, or when an object is forgotten
     * @throws RefusedPatchException with what it is, and in which class
     */
    public static void check(ClassUnit unit, boolean mayRunByItself) throws RefusedPatchException {
        check(unit::allClasses, mayRunByItself, unit.contentHash());
    }

    private static void check(Supplier<List<ClassImage>> classes, boolean mayRunByItself, String hash)
            throws RefusedPatchException {
        String key = hash + (mayRunByItself ? " may run by itself" : "");
        if (!FOUND_SAFE.contains(key)) {
            check(classes.get(), mayRunByItself);
            if (FOUND_SAFE.size() >= REMEMBERED) {
                FOUND_SAFE.clear(); // rarer than it is worth a better choice
            }
            FOUND_SAFE.add(key);
        }
    }

    /**
     * Lets classes pass that arrived together, or refuses them.
     *
     * @param mayRunByItself whether the sender may send methods that run while a stream is read, or when an object is forgotten
     * @throws RefusedPatchException with what it is, and in which class
     */
    public static void check(List<ClassImage> classes, boolean mayRunByItself) throws RefusedPatchException {
        List<ClassFile> files = new ArrayList<>();
        for (ClassImage image : classes) {
            files.add(read(image));
        }
        for (ClassFile file : files) {
            ClassNames.check(file);
            References.check(file);
            Methods.check(file, mayRunByItself);
        }
        ClassLoaders.check(files);
    }

    private static ClassFile read(ClassImage image) throws RefusedPatchException {
        Versions.check(image);
        try {
            ClassFile file = ClassFile.of(image);
            if (!file.name().equals(image.name())) {
                throw ReadRefusals.unsafeClass(
                        image.binaryName(), "its class file is that of " + ClassNames.dotted(file.name()));
            }
            return file;
        } catch (MalformedBundleException e) {
            throw ReadRefusals.malformedPayload("a class file in it is none: " + e.getMessage(), e);
        }
    }
}
