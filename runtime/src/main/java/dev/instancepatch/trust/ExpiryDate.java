package dev.instancepatch.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** {@code 2027-01-01}, which means its start, or {@code 2027-01-01T00:00:00Z}; both are UTC. */
final class ExpiryDate {
    private static final String DATE = "0000-00-00";
    private static final String DATE_AND_TIME = "0000-00-00T00:00:00Z";

    private ExpiryDate() {}

    /** Reads digits, not with a DateTimeFormatter: that one takes longer to load than all the rest here. */
    static Instant parse(String text) {
        if (!hasForm(text, DATE) && !hasForm(text, DATE_AND_TIME)) {
            throw new DateTimeException("no date");
        }
        LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        return text.length() == DATE.length()
                ? date.atStartOfDay().toInstant(ZoneOffset.UTC)
                : date.atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19))
                        .toInstant(ZoneOffset.UTC);
    }

    private static boolean hasForm(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            boolean fits = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
