package dev.instancepatch.trust;

import dev.instancepatch.PatchException;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.code.JvmSettings;
import dev.instancepatch.refusal.Losses;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.refusal.TrustRefusals;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one way from received bytes to code that may run here. */
public final class TrustGate {
    /** Code of this JVM's own only: nothing that has to be defined. */
    public static final TrustPolicy LOCAL =
            new Fixed(Verdict.Policy.LOCAL, "local code only", Voucher.nobody("It is not this JVM's own."));

    /** Whatever a stream carries. */
    public static final TrustPolicy ALL = new Fixed(Verdict.Policy.ALL, "whatever a stream carries", Voucher.EVERYONE);

    private static final String KEY = "trust";

    /** Set by the agent from its options, or by the application; without either, what the JVM itself was told. */
    private static volatile @Nullable TrustPolicy policy;

    private static volatile List<String> wireTargets = List.of();
    private static volatile boolean enums;

    /** Another object whenever one of these changes. */
    private static volatile Object rules = new Object();

    private TrustGate() {}

    /** A policy that asks for no signature. */
    private record Fixed(Verdict.Policy name, String description, Voucher unsigned) implements TrustPolicy {
        @Override
        public Voucher voucher(Seal seal, Statement statement) {
            KnownSeals.remember(statement, seal); // whether it holds is for those to see whom it is passed on to
            return unsigned;
        }
    }

    /** Puts a policy in force for everything read from now on. */
    public static void install(TrustPolicy chosen) {
        if (policy != chosen) {
            policy = chosen;
            rules = new Object();
        }
    }

    /** Returns an object that stands for all this gate was told: as long as it is the same one, so is every answer. */
    public static Object rules() {
        return rules;
    }

    /**
     * Returns the policy that an option names: {@code local}, {@code all}, or a file or folder of public keys.
     *
     * @throws PatchException with {@link dev.instancepatch.Code#BAD_KEY}
     */
    public static TrustPolicy named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "local" -> LOCAL;
            case "all" -> ALL;
            default -> keys(KeyRing.path(name));
        };
    }

    /**
     * Returns the policy that trusts these keys.
     *
     * @throws PatchException with {@link dev.instancepatch.Code#BAD_KEY}
     */
    public static TrustPolicy keys(Path fileOrFolder) {
        return new KeysPolicy(KeyRing.read(fileOrFolder));
    }

    /** Returns what is in force. */
    public static TrustPolicy policy() {
        TrustPolicy known = policy;
        return known == null ? fromSettings() : known;
    }

    private static synchronized TrustPolicy fromSettings() {
        TrustPolicy known = policy;
        if (known == null) {
            String named = JvmSettings.text(KEY);
            known = LOCAL;
            try {
                known = named == null ? LOCAL : named(named);
            } catch (PatchException e) {
                Losses.ignored(e); // and the default stays in force
            }
            policy = known;
        }
        return known;
    }

    /**
     * Returns who answers for something that came with a signature; writes down if that does not hold.
     *
     * @param kind what it is, for the audit
     * @param target what it is for, for the audit
     * @param origin the class of the stream, for the audit
     * @throws RefusedPatchException if a signature by a key that is trusted does not hold
     */
    public static Voucher voucher(
            Seal seal, Statement statement, Verdict.Kind kind, String target, @Nullable String origin)
            throws RefusedPatchException {
        TrustPolicy asked = policy();
        try {
            return asked.voucher(seal, statement);
        } catch (RefusedPatchException refusal) {
            Audit.refused(
                    new Verdict(kind, target, statement.hash(), asked.name(), null, seal.keyId(), origin),
                    refusal.code());
            throw refusal;
        }
    }

    /** Names JDK classes whose objects a stream may patch although nobody vouches for it: {@code java.util.*}. */
    public static void allowTargets(List<String> patterns) {
        wireTargets = List.copyOf(patterns);
        rules = new Object();
    }

    /** Lets streams patch enum constants, which the whole JVM shares; whoever vouches for the code. */
    public static void allowEnums(boolean allowed) {
        enums = allowed;
        rules = new Object();
    }

    /**
     * Lets a patch of an object of this class pass, or refuses it: own code, attached to an object of the JDK, reaches far, and
     * an enum constant is everybody's.
     *
     * @throws RefusedPatchException with the reason
     */
    public static void checkTarget(Class<?> patched, String target, Voucher voucher) throws RefusedPatchException {
        if (Enum.class.isAssignableFrom(patched) && !enums) {
            throw ReadRefusals.enumNotAllowed(target);
        }
        if (voucher.vouches() && !voucher.mayPatch(patched.getName())) {
            throw TrustRefusals.outOfScope(target, String.valueOf(voucher.keyId()));
        }
        ClassLoader loader = patched.getClassLoader();
        boolean jdk = loader == null || loader == ClassLoader.getPlatformClassLoader();
        if (jdk && !voucher.vouches() && !isWireTarget(patched.getName())) {
            throw ReadRefusals.targetNotAllowed(target);
        }
    }

    private static boolean isWireTarget(String name) {
        return wireTargets.stream()
                .anyMatch(p -> p.endsWith("*") ? name.startsWith(p.substring(0, p.length() - 1)) : name.equals(p));
    }

    /** Returns what lets code pass, for the audit. */
    public static Verdict.Basis basis(Voucher voucher) {
        return voucher.keyId() != null
                ? Verdict.Basis.KEY
                : voucher.vouches() ? Verdict.Basis.EVERYTHING_TRUSTED : Verdict.Basis.OWN_CODE;
    }

    /**
     * Lets the code of a patch pass that would have to be defined here, or refuses it.
     *
     * @throws RefusedPatchException with the reason; nothing was defined
     */
    public static void check(Bundle bundle, String hash, String target, Voucher voucher) throws RefusedPatchException {
        checkVoucher(bundle.allClasses(), hash, target, voucher);
        ReceivedClasses.check(bundle, voucher.mayRunByItself());
    }

    /**
     * Lets the code of a function pass that patches nothing, or refuses it.
     *
     * @throws RefusedPatchException with the reason; nothing was defined
     */
    public static void checkFunction(Bundle bundle, String hash, Voucher voucher) throws RefusedPatchException {
        String target = bundle.interfaceName().replace('/', '.');
        checkMayBringCode(target, voucher);
        check(bundle, hash, target, voucher);
    }

    /**
     * Lets classes pass that would have to be defined here, since objects of them are read, or refuses them.
     *
     * @throws RefusedPatchException with the reason; nothing was defined
     */
    public static void check(ClassUnit unit, String hash, Voucher voucher) throws RefusedPatchException {
        String name = unit.classes().get(0).binaryName();
        checkMayBringCode("objects of " + name, voucher);
        checkVoucher(unit.classes(), hash, "objects of " + name, voucher);
        ReceivedClasses.check(unit, voucher.mayRunByItself());
    }

    private static void checkMayBringCode(String target, Voucher voucher) throws RefusedPatchException {
        if (voucher.vouches() && !voucher.mayBringCode()) {
            throw TrustRefusals.outOfScope(target, String.valueOf(voucher.keyId()));
        }
    }

    private static void checkVoucher(List<ClassImage> classes, String hash, String target, Voucher voucher)
            throws RefusedPatchException {
        if (!voucher.vouches()) {
            throw ReadRefusals.codeNotTrusted(
                    hash, classes.get(0).binaryName(), classes.size(), target, policy().description(), voucher.why());
        }
    }
}
