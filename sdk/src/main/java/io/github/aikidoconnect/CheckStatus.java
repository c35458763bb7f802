package io.github.aikidoconnect;

import java.util.Locale;

/** The status of a check. */
public enum CheckStatus {
    /** The condition is met. */
    PASSED,
    /** The condition is not met, and the project cannot be connected. */
    FAILED,
    /** The condition needs attention, but the project can be connected. */
    WARNING,
    /** The condition could not be checked. */
    UNKNOWN,
    /** The check was not run, because a value that it needs is missing or could not be read. */
    SKIPPED;

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
