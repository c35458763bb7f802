package io.github.aikidoconnect.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110): seconds, or an HTTP date. */
final class RetryAfter {

    /** No response, no header, or an invalid one: the caller decides. */
    private static final Duration NOT_SAID = Duration.ofMillis(-1);

    private RetryAfter() {}

    /** Returns the requested wait, negative if the service requests none. */
    static Duration of(@Nullable HttpAnswer answer) {
        return answer == null
                ? NOT_SAID
                : answer.header("Retry-After")
                        .map(value -> parse(value.strip(), answer))
                        .orElse(NOT_SAID);
    }

    private static Duration parse(String value, HttpAnswer answer) {
        try {
            return value.chars().allMatch(Character::isDigit) && !value.isEmpty()
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : between(now(answer), date(value));
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            return NOT_SAID;
        }
    }

    private static Duration between(Instant now, Instant date) {
        Duration left = Duration.between(now, date);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Uses the clock of the service if the response contains it: the clock of this machine can differ by minutes. */
    private static Instant now(HttpAnswer answer) {
        try {
            return answer.header("Date").map(RetryAfter::date).orElseGet(Instant::now);
        } catch (DateTimeParseException unreadable) {
            return Instant.now();
        }
    }

    private static Instant date(String value) {
        return ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}
