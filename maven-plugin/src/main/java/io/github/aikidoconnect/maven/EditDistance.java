package io.github.aikidoconnect.maven;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the intended name for a mistyped one. */
final class EditDistance {

    private EditDistance() {}

    /**
     * Returns the nearest of some names.
     *
     * @param most how many letters may differ at most; upper case, hyphens, dots and underscores do not count
     */
    static Optional<String> nearest(String name, Collection<String> names, int most) {
        return names.stream()
                .filter(each -> between(name, each) <= most)
                .min(Comparator.comparingInt((String each) -> between(name, each))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns the number of insertions, deletions, replacements and swaps of letters between two names. */
    static int between(String one, String other) {
        String from = letters(one);
        String to = letters(other);
        int[][] distance = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, from, to, i, j);
            }
        }
        return distance[from.length()][to.length()];
    }

    private static int step(int[][] distance, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best =
                Math.min(distance[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, distance[i - 2][j - 2] + 1) : best;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-._]", "");
    }
}
