package io.jenkins.plugins.aikido.keep;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.aikido.connection.KeepConnected;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When a connection runs. Each connection has a minute of its own, from a hash of its name, so that many connections do not call
 * the services at the same time.
 */
final class KeepSchedule {

    /** Nightly runs start between midnight and 06:00. */
    private static final int NIGHT = (int) Duration.ofHours(6).toMinutes();

    private static final int HOUR = 60;

    private KeepSchedule() {}

    /**
     * The last run of a connection.
     *
     * @param started when it started, null if there was none
     * @param ended whether it came to its end; a run that a restart or a shutdown ended starts again
     */
    record LastRun(@CheckForNull Instant started, boolean ended) {}

    /** Returns whether a run is due. */
    static boolean isDue(KeepConnected keep, String id, LastRun last, Instant now, ZoneId zone) {
        if (keep == KeepConnected.OFF) {
            return false;
        }
        Instant started = last.started();
        return started == null || !last.ended() || started.isBefore(latest(keep, id, now, zone));
    }

    /** Returns the latest time until now at which a run had to start. */
    static Instant latest(KeepConnected keep, String id, Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        boolean nightly = keep == KeepConnected.NIGHTLY;
        int minute = Math.floorMod(id.hashCode(), nightly ? NIGHT : HOUR);
        ChronoUnit unit = nightly ? ChronoUnit.DAYS : ChronoUnit.HOURS;
        ZonedDateTime time = local.truncatedTo(unit).plusMinutes(minute);
        return (time.isAfter(local) ? local.truncatedTo(unit).minus(1, unit).plusMinutes(minute) : time).toInstant();
    }
}
