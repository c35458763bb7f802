package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.ScanState;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.aikido.LastScan;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges the last scan of a repository.
 *
 * @param oldest the earliest time at which a scan is recent enough; empty where any is
 */
public record Freshness(Optional<Instant> oldest) {

    /** Accepts a scan of any age. */
    public static final Freshness ANY = new Freshness(Optional.empty());

    /** Returns how recent the last scan is. */
    public ScanState judge(CodeRepository entry) {
        LastScan scan = entry.lastScan();
        if (scan.at().isEmpty()) {
            return scan.known() ? ScanState.NEVER : ScanState.UNKNOWN;
        }
        boolean tooOld = oldest.map(scan.at().get()::isBefore).orElse(false);
        return tooOld || !entry.active() ? ScanState.OUTDATED : ScanState.CURRENT;
    }

    /** Returns whether a repository that Aikido monitors lacks the recent scan that was asked for. */
    boolean isMissed(CodeRepository entry) {
        ScanState state = judge(entry);
        return oldest.isPresent() && (state == ScanState.NEVER || state == ScanState.OUTDATED);
    }
}
