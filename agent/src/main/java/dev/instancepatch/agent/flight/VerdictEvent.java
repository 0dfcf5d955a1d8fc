package dev.instancepatch.agent.flight;

import dev.instancepatch.Code;
import dev.instancepatch.trust.Verdict;
import java.util.Locale;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A verdict on received code, in a recording. The fields are those of the audit's line, by the same names. */
@Name("dev.instancepatch.Verdict")
@Label("Verdict on received code")
@Category("Instance Patch")
@Description("Code from a stream was accepted or refused; refused code was neither defined nor run.")
final class VerdictEvent extends Event {
    @Label("Verdict")
    @Description("accepted or refused")
    @Nullable
    String verdict;

    @Label("Reason")
    @Description("The refusal's code")
    @Nullable
    String reason;

    @Label("Basis")
    @Description("What let the code pass")
    @Nullable
    String basis;

    @Label("Kind")
    @Description("patch, function, class or parcel")
    @Nullable
    String kind;

    @Label("Target")
    @Description("What the code is for")
    @Nullable
    String target;

    @Label("Code")
    @Description("The code's identity")
    @Nullable
    String code;

    @Label("Policy")
    @Description("local, keys or all")
    @Nullable
    String policy;

    @Label("Key")
    @Description("The id of the key that signed it")
    @Nullable
    String key;

    @Label("Origin")
    @Description("The class of the stream")
    @Nullable
    String origin;

    void fill(Verdict decided, @Nullable Code refusal) {
        verdict = refusal == null ? "accepted" : "refused";
        reason = refusal == null ? null : refusal.id();
        basis = name(decided.basis());
        kind = name(decided.kind());
        target = decided.target();
        code = decided.code();
        policy = name(decided.policy());
        key = decided.key();
        origin = decided.origin();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null
                ? null
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
