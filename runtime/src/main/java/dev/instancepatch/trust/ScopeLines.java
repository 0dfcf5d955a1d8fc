package dev.instancepatch.trust;

import dev.instancepatch.refusal.KeyRefusals;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines in front of a key that say what it is good for. RFC 7468 allows text there, and other tools skip it; here, what looks
 * like a misspelt limit is refused, since a limit that is skipped is none.
 */
final class ScopeLines {
    private static final String SERIALIZATION_METHODS = "serialization-methods";
    private static final int LONGEST_ID = 64;

    private final Path file;
    private final Set<String> seen = new HashSet<>();
    private @Nullable String id;
    private List<String> targets = List.of();
    private @Nullable Instant expires;
    private boolean serializationMethods;

    private ScopeLines(Path file) {
        this.file = file;
    }

    /** Returns the scope that these lines of a file give to the key behind them. */
    static Scope read(Path file, List<PemLine> lines) {
        ScopeLines scope = new ScopeLines(file);
        for (PemLine line : lines) {
            scope.read(line);
        }
        return new Scope(scope.id, scope.targets, scope.expires, scope.serializationMethods);
    }

    /** Refuses lines that would limit a key, and stand where no key follows. */
    static void refuse(Path file, List<PemLine> lines) {
        for (PemLine line : lines) {
            if (new ScopeLines(file).read(line)) {
                throw KeyRefusals.scopeWithoutKey(file, line.number());
            }
        }
    }

    /** Returns true if it is a scope line. */
    private boolean read(PemLine line) {
        int colon = line.text().indexOf(':');
        if (line.text().startsWith("#")) {
            return false;
        }
        String word = colon < 0 ? "" : line.text().substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = line.text().substring(colon + 1).strip();
        switch (word) {
            case "id" -> id = checkedId(line, value);
            case "targets" -> targets = checkedTargets(line, value);
            case "expires" -> expires = checkedExpiry(line, value);
            case "allow" -> serializationMethods = checkedPermission(line, value);
            default -> {
                refuseMisspelt(line, word, value);
                return false;
            }
        }
        if (!seen.add(word)) {
            throw KeyRefusals.badScopeLine(file, line.number(), "it says a second time what a line above it says");
        }
        return true;
    }

    private void refuseMisspelt(PemLine line, String word, String value) {
        String text = line.text().toLowerCase(Locale.ROOT);
        boolean begunAsALimit = text.startsWith("targets") || text.startsWith("expires");
        if (begunAsALimit || looksLikeAWord(word) && !value.isEmpty()) {
            throw KeyRefusals.unknownScopeLine(file, line.number());
        }
    }

    /** Not a sentence; and not the two digits that lines of OpenSSL's hexadecimal output begin with. */
    private static boolean looksLikeAWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > 2;
    }

    private List<String> checkedTargets(PemLine line, String value) {
        String[] patterns = value.split(":", -1);
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = patterns[i].strip();
            if (!Targets.isPattern(patterns[i])) {
                throw KeyRefusals.badScopeLine(
                        file, line.number(), "targets are packages (com.acme.*) and classes, separated by colons");
            }
        }
        return List.of(patterns);
    }

    private Instant checkedExpiry(PemLine line, String value) {
        try {
            return ExpiryDate.parse(value);
        } catch (DateTimeException none) {
            throw KeyRefusals.badScopeLine(
                    file, line.number(), "a key expires on a date such as 2027-01-01, or at 2027-01-01T00:00:00Z");
        }
    }

    /** An id is printed in messages and logs. */
    private String checkedId(PemLine line, String value) {
        boolean isId = !value.isEmpty() && value.length() <= LONGEST_ID;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            isId &= c < 0x7f && (Character.isLetterOrDigit(c) || "._@+-".indexOf(c) >= 0);
        }
        if (!isId) {
            throw KeyRefusals.badScopeLine(
                    file, line.number(), "an id has up to " + LONGEST_ID + " letters, digits and . _ @ + -");
        }
        return value;
    }

    private boolean checkedPermission(PemLine line, String value) {
        if (!value.equals(SERIALIZATION_METHODS)) {
            throw KeyRefusals.badScopeLine(file, line.number(), "all that can be allowed is " + SERIALIZATION_METHODS);
        }
        return true;
    }
}
