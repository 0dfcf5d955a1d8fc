package dev.instancepatch.trust;

import dev.instancepatch.PatchException;
import dev.instancepatch.code.JvmSettings;
import dev.instancepatch.refusal.KeyRefusals;
import dev.instancepatch.refusal.Losses;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this JVM signs what it sends with: {@code sign=}, {@code expires=}, {@code audience=}. */
public final class Signing {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([smhd])");

    private static volatile @Nullable Signing inForce;

    private final @Nullable SigningKey key;
    private final @Nullable PatchException failure; // why there is no key where there should be one
    private final @Nullable Duration expires;
    private final String audience;

    private Signing(
            @Nullable SigningKey key, @Nullable PatchException failure, @Nullable Duration expires, String audience) {
        this.key = key;
        this.failure = failure;
        this.expires = expires;
        this.audience = audience;
    }

    /**
     * Puts settings in force, for everything written from now on.
     *
     * @param keyFile null to sign nothing
     * @param expires how long signatures are good for, see {@link #duration}; null for ever
     * @param audience who is to take them; null for anybody
     * @return the key if there is one, to warn of what is wrong with its file
     * @throws PatchException with {@link dev.instancepatch.Code#BAD_KEY}; what is written from now on is then refused with it
     */
    public static @Nullable SigningKey install(
            @Nullable String keyFile, @Nullable String expires, @Nullable String audience) {
        Duration lasting = expires == null ? null : duration(expires);
        String name = audience == null || !isAudience(audience) ? "" : audience;
        try {
            SigningKey key = keyFile == null ? null : read(keyFile, expires, audience);
            inForce = new Signing(key, null, lasting, name);
            return key;
        } catch (PatchException e) {
            inForce = new Signing(null, e, lasting, name);
            throw e;
        }
    }

    /** A setting that is not understood signs nothing, rather than for longer, or for more, than somebody wanted. */
    private static SigningKey read(String keyFile, @Nullable String expires, @Nullable String audience) {
        if (expires != null && duration(expires) == null) {
            throw KeyRefusals.cannotSignAsTold("expires=" + expires + " is no duration such as PT12H, 12h or 7d");
        }
        if (audience != null && !isAudience(audience)) {
            throw KeyRefusals.cannotSignAsTold("audience= is no name of 1 to 200 characters");
        }
        return SigningKey.read(KeyRing.path(keyFile));
    }

    /** Returns a duration such as {@code PT12H}, {@code 12h}, {@code 30m}, {@code 7d}; null if it is none, or not positive. */
    public static @Nullable Duration duration(String text) {
        Matcher number = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        String iso = number.matches() ? (number.group(2).equals("d") ? "P" : "PT") + text : text;
        try {
            Duration duration = Duration.parse(iso);
            return duration.toSeconds() > 0 && duration.toDays() < 1_000_000 ? duration : null;
        } catch (java.time.DateTimeException none) {
            return null;
        }
    }

    /** Returns true if what may be written into an option {@code audience=} names one. */
    public static boolean isAudience(String name) {
        return Seal.isAudience(name);
    }

    /** Returns true if this JVM signs what it sends, or should. */
    public static boolean isOn() {
        Signing signing = inForce();
        return signing.key != null || signing.failure != null;
    }

    /** Returns for whom signatures have to be that this JVM takes; empty if nobody has said. */
    static String audience() {
        return inForce().audience;
    }

    /**
     * Signs a statement.
     *
     * @throws PatchException with {@link dev.instancepatch.Code#BAD_KEY} if there should be a key and is none
     */
    public static Seal seal(Statement statement) {
        Signing signing = inForce();
        SigningKey key = signing.key;
        if (key == null) {
            throw signing.failure == null ? new IllegalStateException("no key") : signing.failure;
        }
        long expiry = signing.expires == null
                ? 0
                : Instant.now().plus(signing.expires).getEpochSecond();
        byte[] message = Seal.message(statement, key.fingerprint(), expiry, signing.audience);
        return new Seal(key.fingerprint(), expiry, signing.audience, key.sign(message));
    }

    private static Signing inForce() {
        Signing known = inForce;
        return known == null ? fromSettings() : known;
    }

    /** What a JVM without the agent was told. */
    private static synchronized Signing fromSettings() {
        Signing known = inForce;
        if (known == null) {
            String audience = JvmSettings.text("audience");
            try {
                install(JvmSettings.text("sign"), JvmSettings.text("expires"), audience);
            } catch (PatchException e) {
                Losses.ignored(e);
            }
            known = inForce;
        }
        return known == null ? new Signing(null, null, null, "") : known;
    }
}
