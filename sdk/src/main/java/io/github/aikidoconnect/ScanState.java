package io.github.aikidoconnect;

import java.util.Locale;

/** Whether the last scan of a repository that Aikido lists is recent enough. */
public enum ScanState {
    /** The last scan is not older than {@link ConnectRequest.Builder#maxScanAge} allows. */
    CURRENT,
    /** The repository was never scanned. */
    NEVER,
    /** The last scan is too old, or the repository is switched off, so that no scan will follow. */
    OUTDATED,
    /** Aikido does not report when the repository was scanned. */
    UNKNOWN;

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
