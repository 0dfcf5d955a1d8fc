package dev.instancepatch.trust;

import dev.instancepatch.refusal.KeyRefusals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What stands between a BEGIN and its END, and the text in front of it. */
final class PemBlock {
    private final Path file;
    private final int line;
    private final String label;
    private final List<PemLine> front;
    private final List<PemLine> body = new ArrayList<>();

    PemBlock(Path file, int line, String label, List<PemLine> front) {
        this.file = file;
        this.line = line;
        this.label = label;
        this.front = front;
    }

    void add(PemLine bodyLine) {
        body.add(bodyLine);
    }

    Path file() {
        return file;
    }

    /** Returns the number of its BEGIN line. */
    int line() {
        return line;
    }

    /** Returns for example {@code PUBLIC KEY}. */
    String label() {
        return label;
    }

    List<PemLine> front() {
        return front;
    }

    /** Decodes it. What a refusal says of it is a line's number, for it may be a secret. */
    byte[] content() {
        StringBuilder base64 = new StringBuilder();
        for (PemLine bodyLine : body) {
            if (!isBase64(bodyLine.text())) {
                throw KeyRefusals.brokenKeyFile(file, bodyLine.number(), "it is no base64");
            }
            base64.append(bodyLine.text());
        }
        try {
            return Base64.getDecoder().decode(base64.toString());
        } catch (IllegalArgumentException unfinished) {
            throw KeyRefusals.brokenKeyFile(file, line, "the base64 below it is not complete");
        }
    }

    private static boolean isBase64(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!letterOrDigit && c != '+' && c != '/' && c != '=') {
                return false;
            }
        }
        return true;
    }
}
