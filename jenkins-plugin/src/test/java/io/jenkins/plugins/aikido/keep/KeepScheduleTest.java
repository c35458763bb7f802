package io.jenkins.plugins.aikido.keep;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.aikido.connection.KeepConnected;
import io.jenkins.plugins.aikido.keep.KeepSchedule.LastRun;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeepScheduleTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Instant NOON = Instant.parse("2026-11-28T11:00:00Z");

    @Test
    void aNightlyRunIsDueOnceANight() {
        Instant tonight = KeepSchedule.latest(KeepConnected.NIGHTLY, "/contoso", NOON, ZONE);

        assertThat(tonight.atZone(ZONE).toLocalTime().getHour()).isLessThan(6);
        assertThat(Duration.between(tonight, NOON)).isLessThan(Duration.ofHours(13));
        assertThat(isDue(KeepConnected.NIGHTLY, tonight, NOON)).isFalse();
        assertThat(isDue(KeepConnected.NIGHTLY, tonight, tonight.plus(Duration.ofHours(23))))
                .isFalse();
        assertThat(isDue(KeepConnected.NIGHTLY, tonight, tonight.plus(Duration.ofHours(24))))
                .isTrue();
        assertThat(isDue(KeepConnected.NIGHTLY, tonight.minusSeconds(1), NOON)).isTrue();
    }

    @Test
    void anHourlyRunIsDueOnceAnHour() {
        Instant latest = KeepSchedule.latest(KeepConnected.HOURLY, "/contoso", NOON, ZONE);

        assertThat(Duration.between(latest, NOON)).isBetween(Duration.ZERO, Duration.ofMinutes(59));
        assertThat(isDue(KeepConnected.HOURLY, latest, latest.plus(Duration.ofMinutes(59))))
                .isFalse();
        assertThat(isDue(KeepConnected.HOURLY, latest, latest.plus(Duration.ofMinutes(60))))
                .isTrue();
    }

    @Test
    void connectionsAreSpreadOverTheNight() {
        Set<Instant> times = IntStream.range(0, 100)
                .mapToObj(i -> KeepSchedule.latest(KeepConnected.NIGHTLY, "/connection-" + i, NOON, ZONE))
                .collect(Collectors.toSet());

        assertThat(times).hasSizeGreaterThan(50);
    }

    @Test
    void aFirstRunAndARunThatDidNotEndAreDueAtOnceAndOffNever() {
        assertThat(KeepSchedule.isDue(KeepConnected.NIGHTLY, "/contoso", new LastRun(null, true), NOON, ZONE))
                .isTrue();
        assertThat(KeepSchedule.isDue(KeepConnected.NIGHTLY, "/contoso", new LastRun(NOON, false), NOON, ZONE))
                .isTrue();
        assertThat(KeepSchedule.isDue(KeepConnected.OFF, "/contoso", new LastRun(null, false), NOON, ZONE))
                .isFalse();
    }

    private static boolean isDue(KeepConnected keep, Instant started, Instant now) {
        return KeepSchedule.isDue(keep, "/contoso", new LastRun(started, true), now, ZONE);
    }
}
