package dev.instancepatch.trust;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.ClassFile;
import dev.instancepatch.code.ClassReferences;
import dev.instancepatch.code.OwnPackages;
import dev.instancepatch.refusal.ReadRefusals;

/** What received classes may name of this library: the API, but for what decides on trust, and the one way to what is not public. */
final class References {
    private static final String API = "dev/instancepatch/";
    private static final String TRUST = API + "Trust";

    private static final String BRIDGES = API + "restore/Bridges";
    private static final String LINK = "link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
            + "Ljava/lang/invoke/MethodType;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)"
            + "Ljava/lang/invoke/CallSite;";

    private References() {}

    static void check(ClassFile file) throws RefusedPatchException {
        ClassReferences references = file.references();
        for (String name : references.classes()) {
            require(mayBeNamed(name) || name.equals(BRIDGES), name, file);
        }
        for (String name : references.types()) {
            require(mayBeNamed(name), name, file);
        }
        for (ClassReferences.Member member : references.members()) {
            boolean isLink = LINK.equals(member.name() + member.descriptor());
            require(!member.owner().equals(BRIDGES) || isLink, member.owner(), file);
        }
    }

    private static boolean mayBeNamed(String name) {
        return !OwnPackages.include(name) || (name.indexOf('/', API.length()) < 0 && !name.startsWith(TRUST));
    }

    private static void require(boolean holds, String name, ClassFile file) throws RefusedPatchException {
        if (!holds) {
            throw ReadRefusals.unsafeClass(
                    ClassNames.dotted(file.name()),
                    "uses " + ClassNames.dotted(name) + ", which is not for received code");
        }
    }
}
