package dev.instancepatch.trust;

import dev.instancepatch.Code;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The line that says a verdict, {@code key=value key=value}: what a log search can use without a pattern of its own. Values with
 * blanks or an equals sign stand in quotes; what is not known is left out.
 */
final class AuditLine {
    private AuditLine() {}

    static String of(Verdict verdict, @Nullable Code refusal, long times) {
        StringBuilder line = new StringBuilder("verdict=").append(refusal == null ? "accepted" : "refused");
        add(line, "reason", refusal == null ? null : refusal.id());
        add(line, "basis", name(verdict.basis()));
        add(line, "kind", name(verdict.kind()));
        add(line, "target", verdict.target());
        add(line, "code", verdict.code());
        add(line, "policy", name(verdict.policy()));
        add(line, "key", verdict.key());
        add(line, "origin", verdict.origin());
        return line.append(" times=").append(times).toString();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null
                ? null
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void add(StringBuilder line, String key, @Nullable String value) {
        if (value != null) {
            boolean quoted = value.isEmpty() || value.indexOf(' ') >= 0 || value.indexOf('=') >= 0;
            line.append(' ').append(key).append('=').append(quoted ? '"' + value + '"' : value);
        }
    }
}
