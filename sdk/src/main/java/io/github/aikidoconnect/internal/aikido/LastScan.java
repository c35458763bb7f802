package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * The last scan of a repository by Aikido.
 *
 * @param known whether the list contains it; the field is documented, but not as required
 * @param at the end of the last scan, empty if there was none or it is not known
 */
public record LastScan(boolean known, Optional<Instant> at) {

    /** The repository was never scanned. */
    public static final LastScan NEVER = new LastScan(true, Optional.empty());

    /** The list does not state whether the repository was scanned. */
    public static final LastScan UNKNOWN = new LastScan(false, Optional.empty());

    /** The end of the year 9999. A greater number is not in seconds. */
    private static final long LATEST = 253_402_300_799L;

    /** Returns a scan that ended at the given time. */
    public static LastScan at(Instant end) {
        return new LastScan(true, Optional.of(end));
    }

    /** Reads Unix seconds; -1 means that the repository was never scanned (published description, 2026-10). */
    static LastScan of(JsonNode seconds) {
        if (!seconds.isIntegralNumber() || !seconds.canConvertToLong() || seconds.asLong() > LATEST) {
            return UNKNOWN;
        }
        return seconds.asLong() <= 0 ? NEVER : at(Instant.ofEpochSecond(seconds.asLong()));
    }

    /** Returns whether it is certain that there was no scan. */
    public boolean isNever() {
        return known && at.isEmpty();
    }
}
