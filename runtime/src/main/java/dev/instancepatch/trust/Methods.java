package dev.instancepatch.trust;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.ClassFile;
import dev.instancepatch.refusal.ReadRefusals;
import java.lang.reflect.Modifier;
import java.util.Set;

/** Which methods received classes may not have. */
final class Methods {
    /** Java serialization calls them while it reads (specification, 3.4 to 3.7, and ObjectInputValidation), and the JVM the last one. */
    private static final Set<String> RUN_BY_THEMSELVES = Set.of(
            "readObject(Ljava/io/ObjectInputStream;)V",
            "readObjectNoData()V",
            "readResolve()Ljava/lang/Object;",
            "readExternal(Ljava/io/ObjectInput;)V",
            "validateObject()V",
            "finalize()V");

    private Methods() {}

    static void check(ClassFile file, boolean mayRunByItself) throws RefusedPatchException {
        String type = ClassNames.dotted(file.name());
        for (ClassFile.Member method : file.methods()) {
            if (Modifier.isNative(method.access())) {
                throw ReadRefusals.unsafeClass(type, "has a native method, " + method.name());
            }
            if (!mayRunByItself && RUN_BY_THEMSELVES.contains(method.name() + method.descriptor())) {
                throw ReadRefusals.runsByItself(type, method.name());
            }
        }
    }
}
