package io.github.aikidoconnect;

import java.util.Locale;

/** What became of an action. */
public enum Result {
    /** It is done, or nothing was to do. */
    DONE,
    /** It would be done; this run changes nothing. */
    PLANNED,
    /** It was not done; the next run tries again. */
    FAILED,
    /** It was left out. */
    SKIPPED;

    /** The name as it stands in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
