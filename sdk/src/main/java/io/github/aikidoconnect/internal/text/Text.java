package io.github.aikidoconnect.internal.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Formats durations and numbers for users. */
public final class Text {

    private Text() {}

    /** Returns {@code 1 second}, {@code 30 seconds} or {@code 200 milliseconds}. */
    public static String out(Duration duration) {
        boolean whole = duration.toMillisPart() == 0;
        long count = whole ? duration.toSeconds() : duration.toMillis();
        return count + (whole ? " second" : " millisecond") + (count == 1 ? "" : "s");
    }

    /** Returns {@code 1 minute}, {@code 45 minutes} or, if it is not a whole number of minutes, {@code 90 seconds}. */
    public static String minutes(Duration duration) {
        long count = duration.toMinutes();
        return duration.equals(Duration.ofMinutes(count))
                ? count + (count == 1 ? " minute" : " minutes")
                : out(duration);
    }

    /** Returns {@code 1,250}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns {@code 95} or {@code 99.5}. */
    public static String out(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Returns {@code 1 project} or {@code 1,250 projects}. */
    public static String count(long number, String one, String more) {
        return number(number) + " " + (number == 1 ? one : more);
    }
}
