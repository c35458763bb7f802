package io.github.aikidoconnect.internal.report;

import java.util.List;
import java.util.function.Predicate;

/**
 * The rows that a format shows of many.
 *
 * @param shown the rows that it shows
 * @param rest the rows that it only counts
 */
public record Limited<T>(List<T> shown, List<T> rest) {

    /** Shows the first rows. */
    public static <T> Limited<T> first(int most, List<T> rows) {
        int shown = Math.min(rows.size(), most);
        return new Limited<>(rows.subList(0, shown), rows.subList(shown, rows.size()));
    }

    /** Shows all rows if they are few, otherwise the first of those that need attention. The other rows come last. */
    static <T> Limited<T> loud(int most, List<T> rows, Predicate<T> quiet) {
        long loud = rows.stream().filter(quiet.negate()).count();
        return first(rows.size() <= most ? rows.size() : (int) Math.min(loud, most), rows);
    }
}
