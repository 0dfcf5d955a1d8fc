package dev.instancepatch.trust;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.ClassFile;
import dev.instancepatch.code.ReservedPackages;
import dev.instancepatch.refusal.ReadRefusals;
import java.util.Set;

/** What received classes may be called. That each part of a name is one, the class file has shown. */
final class ClassNames {
    private static final Set<String> NO_CLASSES = Set.of("module-info", "package-info");

    private ClassNames() {}

    static void check(ClassFile file) throws RefusedPatchException {
        String name = file.name();
        String simple = name.substring(name.lastIndexOf('/') + 1);
        if (ReservedPackages.include(name)) {
            throw ReadRefusals.unsafeClass(dotted(name), "its package is reserved");
        }
        if (name.indexOf('<') >= 0 || name.indexOf('>') >= 0 || NO_CLASSES.contains(simple)) {
            throw ReadRefusals.unsafeClass(dotted(name), "no class of an application has such a name");
        }
    }

    static String dotted(String name) {
        return name.replace('/', '.');
    }
}
