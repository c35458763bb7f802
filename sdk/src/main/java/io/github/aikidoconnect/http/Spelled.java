package io.github.aikidoconnect.http;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations and numbers as a person reads them. */
public final class Spelled {

    private Spelled() {}

    /** Returns {@code 1 second}, {@code 30 seconds} or {@code 200 milliseconds}. */
    public static String out(Duration duration) {
        boolean whole = duration.toMillisPart() == 0;
        long count = whole ? duration.toSeconds() : duration.toMillis();
        return count + (whole ? " second" : " millisecond") + (count == 1 ? "" : "s");
    }

    /** Returns {@code 95} or {@code 99.5}. */
    public static String out(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
