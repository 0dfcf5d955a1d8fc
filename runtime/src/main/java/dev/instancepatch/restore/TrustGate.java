package dev.instancepatch.restore;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.code.JvmSettings;
import dev.instancepatch.refusal.ReadRefusals;
import java.util.List;

/** The one way from received bytes to code that may run here. */
public final class TrustGate {
    /** Code of this JVM's own only: nothing that has to be defined. */
    public static final TrustPolicy LOCAL = new TrustPolicy() {
        @Override
        public void check(String host, int classes, String hash, String target) throws RefusedPatchException {
            throw ReadRefusals.codeNotTrusted(hash, host, classes, target);
        }

        @Override
        public boolean vouchesForTargets() {
            return false;
        }
    };

    /** Whatever a stream carries. */
    public static final TrustPolicy ALL = new TrustPolicy() {
        @Override
        public void check(String host, int classes, String hash, String target) {}

        @Override
        public boolean vouchesForTargets() {
            return true;
        }
    };

    private static final int FIRST_CLASS_FILE_OF_JAVA_1 = 44;

    private static final String KEY = "trust";

    /** Set by the agent from its options, or by the application; without either, what the JVM itself was told. */
    private static volatile TrustPolicy policy = "all".equals(JvmSettings.get(KEY)) ? ALL : LOCAL;

    private static volatile List<String> wireTargets = List.of();
    private static volatile boolean enums;

    private TrustGate() {}

    /** Puts a policy in force for everything read from now on. */
    public static void install(TrustPolicy chosen) {
        policy = chosen;
    }

    /** Returns true if whoever the policy trusts decides what is patched; otherwise it is decided here. */
    public static boolean vouchesForTargets() {
        return policy.vouchesForTargets();
    }

    /** Names JDK classes whose objects a stream may patch although nobody vouches for it: {@code java.util.*}. */
    public static void allowTargets(List<String> patterns) {
        wireTargets = List.copyOf(patterns);
    }

    /** Lets streams patch enum constants, which the whole JVM shares; whoever vouches for the code. */
    public static void allowEnums(boolean allowed) {
        enums = allowed;
    }

    /**
     * Lets a patch of an object of this class pass, or refuses it: own code, attached to an object of the JDK, reaches far, and
     * an enum constant is everybody's.
     *
     * @throws RefusedPatchException with the reason
     */
    public static void checkTarget(Class<?> patched, String target) throws RefusedPatchException {
        if (Enum.class.isAssignableFrom(patched) && !enums) {
            throw ReadRefusals.enumNotAllowed(target);
        }
        ClassLoader loader = patched.getClassLoader();
        boolean jdk = loader == null || loader == ClassLoader.getPlatformClassLoader();
        if (jdk && !policy.vouchesForTargets() && !isWireTarget(patched.getName())) {
            throw ReadRefusals.targetNotAllowed(target);
        }
    }

    private static boolean isWireTarget(String name) {
        return wireTargets.stream()
                .anyMatch(p -> p.endsWith("*") ? name.startsWith(p.substring(0, p.length() - 1)) : name.equals(p));
    }

    /**
     * Lets a bundle pass that would have to be defined here, or refuses it.
     *
     * @throws RefusedPatchException with the reason; nothing was defined
     */
    public static void check(Bundle bundle, String hash, String target) throws RefusedPatchException {
        policy.check(bundle.host().binaryName(), bundle.allClasses().size(), hash, target);
        checkVersions(bundle.allClasses());
    }

    /**
     * Lets classes pass that would have to be defined here, since objects of them are read, or refuses them.
     *
     * @throws RefusedPatchException with the reason; nothing was defined
     */
    public static void check(ClassUnit unit, String hash) throws RefusedPatchException {
        String name = unit.classes().get(0).binaryName();
        policy.check(name, unit.classes().size(), hash, "objects of " + name);
        checkVersions(unit.classes());
    }

    private static void checkVersions(List<ClassImage> classes) throws RefusedPatchException {
        int newest = Runtime.version().feature() + FIRST_CLASS_FILE_OF_JAVA_1;
        for (ClassImage image : classes) {
            if (image.majorVersion() > newest) {
                throw ReadRefusals.newerClassFile(image.binaryName(), image.majorVersion(), newest);
            }
        }
    }
}
