package dev.instancepatch.trust;

import org.jspecify.annotations.Nullable;

/** Verdicts to say. */
final class Verdicts {
    static final String CODE = "sha256:3f9a0b12";

    private Verdicts() {}

    static Verdict accepted(String target) {
        return of(target, Verdict.Basis.KEY, null);
    }

    static Verdict refused(String target) {
        return of(target, null, null);
    }

    static Verdict of(String target, Verdict.@Nullable Basis basis, @Nullable String key) {
        return new Verdict(
                Verdict.Kind.PATCH, target, CODE, Verdict.Policy.LOCAL, basis, key, "java.io.ObjectInputStream");
    }
}
