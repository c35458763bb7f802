package io.github.aikidoconnect;

import java.util.Locale;

/** The verdict of a check. */
public enum CheckStatus {
    /** It holds. */
    PASSED,
    /** It does not hold, and that keeps the project from being connected. */
    FAILED,
    /** It does not hold, or should be looked at; the project can be connected all the same. */
    WARNING,
    /** It could not be found out. */
    UNKNOWN,
    /** It was not looked at, since it makes no sense without something that failed or was not given. */
    SKIPPED;

    /** The name as it stands in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
