package io.github.aikidoconnect;

import java.util.Locale;

/** Whether the last scan of a repository that Aikido lists is recent enough. */
public enum ScanState {
    /** It was scanned, and not longer ago than {@link ConnectRequest.Builder#maxScanAge} allows. */
    CURRENT,
    /** It was never scanned. */
    NEVER,
    /** The last scan is too long ago, or it is switched off, so that no other scan follows. */
    OUTDATED,
    /** Aikido does not say when it was scanned. */
    UNKNOWN;

    /** The name as it stands in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
