package io.github.aikidoconnect.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110): seconds, or an HTTP date. */
final class RetryAfter {

    /** No answer, no header, or one that cannot be read: the caller decides for itself. */
    private static final Duration NOT_SAID = Duration.ofMillis(-1);

    private RetryAfter() {}

    /** Returns how long the service asks to wait, negative where it does not say. */
    static Duration of(@Nullable HttpAnswer answer) {
        return answer == null
                ? NOT_SAID
                : answer.header("Retry-After").map(RetryAfter::parse).orElse(NOT_SAID);
    }

    private static Duration parse(String value) {
        String text = value.strip();
        try {
            return text.chars().allMatch(Character::isDigit) && !text.isEmpty()
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : until(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            return NOT_SAID;
        }
    }

    private static Duration until(Instant date) {
        Duration left = Duration.between(Instant.now(), date);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
