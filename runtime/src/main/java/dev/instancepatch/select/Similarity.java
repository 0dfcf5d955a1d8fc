package dev.instancepatch.select;

import java.util.Locale;

/** Whether somebody who wrote one name may have meant another: a shared beginning, or an edit distance of at most two. */
final class Similarity {
    private static final int CLOSE = 2;

    private Similarity() {}

    static boolean of(String candidate, String written) {
        String a = candidate.toLowerCase(Locale.ROOT);
        String b = written.toLowerCase(Locale.ROOT);
        return a.startsWith(b) || b.startsWith(a) || distance(a, b) <= Math.min(CLOSE, b.length() / 2);
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
