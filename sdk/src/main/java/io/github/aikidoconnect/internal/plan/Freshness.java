package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.ScanState;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.aikido.LastScan;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether the last scan of a repository is recent enough.
 *
 * @param oldest the earliest time of a recent scan; empty if any scan is recent enough
 */
public record Freshness(Optional<Instant> oldest) {

    /** Accepts a scan of any age. */
    public static final Freshness ANY = new Freshness(Optional.empty());

    /** Returns the state of the last scan. */
    public ScanState judge(CodeRepository entry) {
        LastScan scan = entry.lastScan();
        if (scan.at().isEmpty()) {
            return scan.known() ? ScanState.NEVER : ScanState.UNKNOWN;
        }
        boolean tooOld = oldest.map(scan.at().get()::isBefore).orElse(false);
        return tooOld || !entry.active() ? ScanState.OUTDATED : ScanState.CURRENT;
    }

    /** Returns whether a monitored repository lacks the required recent scan. */
    boolean isMissed(CodeRepository entry) {
        ScanState state = judge(entry);
        return oldest.isPresent() && (state == ScanState.NEVER || state == ScanState.OUTDATED);
    }
}
