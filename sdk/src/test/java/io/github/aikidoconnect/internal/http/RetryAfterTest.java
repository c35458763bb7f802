package io.github.aikidoconnect.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pause that a service asks for. */
class RetryAfterTest {
    @Test
    void readsADateByTheClockOfTheService() {
        Map<String, String> headers =
                Map.of("Date", "Tue, 03 Mar 2026 10:00:00 GMT", "Retry-After", "Tue, 03 Mar 2026 10:00:20 GMT");

        assertThat(RetryAfter.of(Answers.of(429, headers))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void readsADateByItsOwnClockWhereTheServiceTellsNoTime() {
        String later = ZonedDateTime.now(ZoneOffset.UTC).plusHours(1).format(DateTimeFormatter.RFC_1123_DATE_TIME);

        assertThat(RetryAfter.of(Answers.of(429, Map.of("Date", "yesterday", "Retry-After", later))))
                .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "7, PT7S", "' 7 ', PT7S", "-1,", "soon,", "99999999999999999999,", "'',"})
    void readsThePauseInSeconds(String header, @Nullable Duration pause) {
        Duration read = RetryAfter.of(Answers.of(429, Map.of("Retry-After", header)));

        assertThat(read).isEqualTo(pause == null ? Duration.ofMillis(-1) : pause);
    }

    @Test
    void readsThePauseAsADate() {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);

        assertThat(RetryAfter.of(until(now.plusMinutes(10)))).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(RetryAfter.of(until(now.minusMinutes(10)))).isZero();
        assertThat(RetryAfter.of(null)).isNegative();
    }

    private static HttpAnswer until(ZonedDateTime date) {
        return Answers.of(429, Map.of("Retry-After", date.format(DateTimeFormatter.RFC_1123_DATE_TIME)));
    }
}
