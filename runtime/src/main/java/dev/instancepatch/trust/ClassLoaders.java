package dev.instancepatch.trust;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.ClassFile;
import dev.instancepatch.refusal.ReadRefusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses classes that would have a power of the platform's: class loaders, which define classes that nobody has looked at, and heirs
 * of the JDK's internals, some of which no JVM verifies. Told by name: no class is loaded to find out.
 */
final class ClassLoaders {
    private final Map<String, ClassFile> received = new HashMap<>();

    private ClassLoaders(List<ClassFile> files) {
        files.forEach(file -> received.putIfAbsent(file.name(), file));
    }

    static void check(List<ClassFile> files) throws RefusedPatchException {
        ClassLoaders loaders = new ClassLoaders(files);
        for (ClassFile file : files) {
            String type = ClassNames.dotted(file.name());
            String foreign = loaders.foreignSuperclass(file);
            if (foreign == null) {
                throw ReadRefusals.unsafeClass(type, "is its own superclass");
            }
            if (isClassLoader(foreign)) {
                throw ReadRefusals.unsafeClass(type, "is a class loader");
            }
            if (isInternal(foreign) || file.interfaces().stream().anyMatch(ClassLoaders::isInternal)) {
                throw ReadRefusals.unsafeClass(type, "extends what is internal to the JDK");
            }
        }
    }

    /** Returns the nearest superclass that did not come along, or null if there is no end to them. */
    private @Nullable String foreignSuperclass(ClassFile file) {
        String name = String.valueOf(file.superName());
        for (int left = received.size(); left >= 0; left--) {
            ClassFile next = received.get(name);
            if (next == null) {
                return name;
            }
            name = String.valueOf(next.superName());
        }
        return null;
    }

    /** All that there are in the JDK are called so, but for MLet; so are those of containers. */
    private static boolean isClassLoader(String name) {
        return name.endsWith("ClassLoader") || name.startsWith("javax/management/loading/");
    }

    private static boolean isInternal(String name) {
        return name.startsWith("jdk/internal/") || name.startsWith("sun/") && !name.startsWith("sun/misc/");
    }
}
